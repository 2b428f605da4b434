package dev.sekisho.risk.assessment;

import dev.sekisho.risk.assessment.Holdings.InstalledAtPlace;
import dev.sekisho.risk.entry.BreakCost;
import dev.sekisho.risk.entry.Door;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.score.Causes;
import dev.sekisho.risk.score.Completion;
import dev.sekisho.risk.score.Upkeep.Keeping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Into which zones a third party gets with the software that it supplies: all where some of it is in use, at a connection
 * point that leads into the zone included.
 */
final class SupplyChannels {
    /** By the key of the supplier, in the order of the zones. */
    final Map<String, List<Outlet>> bySupplier;

    private final Completion unknown;

    /**
     * A zone with software in use that somebody supplies.
     *
     * @param zone its key
     * @param guarded whether nothing leaves it but what is permitted
     * @param keeping how what comes with it is kept from spreading
     */
    record Outlet(String zone, boolean guarded, Keeping keeping) {
        Door to(ThirdParty supplier) {
            return new Door(
                    new Subject(Subject.Kind.THIRD_PARTY, supplier.key()),
                    zone,
                    BreakCost.supply(supplier, guarded ? zone : null),
                    keeping,
                    Causes.NONE);
        }
    }

    /** @param outlet absent where nobody supplies anything */
    private record Supplied(Set<String> suppliers, List<Outlet> outlet) {
        static final Supplied NOTHING = new Supplied(Set.of(), List.of());
    }

    SupplyChannels(AssessmentInput input, Upkeeps upkeeps, Completion unknown, Step step) {
        this.unknown = unknown;
        Derived<?, Set<String>> firewalls = step.over(input.zones)
                .readingMembers(input.points, input.pointsByZone)
                .readingMembers(input.zoneLinks, input.linksByZone)
                .readingMembers(input.zoneLinks, input.linksByStart)
                .collect("firewalls around zones", zone -> firewalls(zone, input));
        Derived<?, Supplied> supplied = step.over(input.zones)
                .reading(input.holdings.zones())
                .readingMembers(input.holdings.points(), input.pointsByZone)
                .reading(input.hostsOfZones)
                .reading(firewalls)
                .given(input.model)
                .collect("supplied", zone -> supplied(zone, firewalls.get(zone), input, upkeeps));
        bySupplier = step.value("supply channels", supplied.values(), SupplyChannels::bySupplier);
    }

    /** Products that are the firewall of some link into or out of a zone: what is installed of them is no host of it. */
    private static Set<String> firewalls(int zone, AssessmentInput input) {
        return Stream.<Link>concat(
                        input.pointsByZone.members(zone).mapToObj(input.points::get),
                        IntStream.concat(input.linksByZone.members(zone), input.linksByStart.members(zone))
                                .mapToObj(input.zoneLinks::get))
                .flatMap(link -> Stream.ofNullable(link.firewall().product()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Supplied supplied(int zone, Set<String> firewalls, AssessmentInput input, Upkeeps upkeeps) {
        Set<String> suppliers = suppliers(
                firewalls,
                Stream.concat(
                        Stream.of(input.holdings.zones().get(zone)),
                        input.pointsByZone.members(zone).mapToObj(input.holdings.points()::get)));
        if (suppliers.isEmpty()) {
            return Supplied.NOTHING;
        }
        Zone at = input.zones.get(zone);
        boolean guarded = unknown.egress(at.egress()) == Egress.DENY_BY_DEFAULT;
        return new Supplied(
                suppliers, List.of(new Outlet(at.key(), guarded, upkeeps.supplied(at, input.hostsOfZones.get(zone)))));
    }

    private static Set<String> suppliers(Set<String> firewalls, Stream<InstalledAtPlace> installed) {
        var suppliers = new TreeSet<String>();
        installed
                .flatMap(place -> place.items().stream())
                .filter(item -> item.installation().useState().live())
                .filter(item -> !firewalls.contains(item.product().key()))
                .flatMap(item -> Stream.ofNullable(item.product().supplier()))
                .forEach(suppliers::add);
        return suppliers;
    }

    private static Map<String, List<Outlet>> bySupplier(List<Supplied> zones) {
        var channels = new HashMap<String, List<Outlet>>();
        zones.forEach(zone -> zone.suppliers.forEach(supplier ->
                channels.computeIfAbsent(supplier, any -> new ArrayList<>()).addAll(zone.outlet)));
        return channels;
    }

    Stream<Door> of(ThirdParty supplier) {
        return outlets(supplier.key()).map(outlet -> outlet.to(supplier));
    }

    /** Keys of the zones where something is in use that a third party supplies. */
    Stream<String> zones(String supplier) {
        return outlets(supplier).map(Outlet::zone);
    }

    private Stream<Outlet> outlets(String supplier) {
        return bySupplier.getOrDefault(supplier, List.of()).stream();
    }
}
