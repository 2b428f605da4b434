package dev.sekisho.risk.referee;

import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.DataHolding;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.Ends;
import dev.sekisho.risk.estate.link.Filtering;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.link.LinkTerms;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All ways in there are, as section 6 of the model's description says. */
final class WaysIn {
    private static final String UNREGISTERED = "nobody registered it";

    private final Assessment assessment;
    private final Estate estate;
    private final Faults faults;
    private final Filters filters;
    private final Prices prices;
    private final Upkeep upkeep;

    WaysIn(Assessment assessment, Faults faults, Filters filters, Prices prices) {
        this.assessment = assessment;
        this.faults = faults;
        this.filters = filters;
        this.prices = prices;
        estate = assessment.estate();
        upkeep = new Upkeep(estate, assessment.today());
    }

    /** Of everybody. */
    List<Way> all() {
        return estate.thirdParties().values().stream()
                .flatMap(party -> of(party).stream())
                .toList();
    }

    /** Its own and those of whom it works for. */
    private List<Way> of(ThirdParty party) {
        String key = party.key();
        var ways = new ArrayList<Way>();
        estate.connectionPoints().values().stream()
                .filter(point -> point.thirdParty().equals(key) && point.state().up())
                .forEach(point -> ways.add(over(point)));
        unregistered(estate, key).forEach(point -> ways.add(over(point)));
        suppliedZones(key).forEach(zone -> ways.add(supplied(party, zone)));
        estate.dataHoldings().values().stream()
                .filter(held -> held.thirdParty().equals(key) && !held.deletedBy(assessment.today()))
                .forEach(held -> ways.add(holding(party, held)));
        if (party.parent() != null) {
            of(estate.thirdParties().get(party.parent())).forEach(way -> ways.add(way.of(key)));
        }
        return ways;
    }

    Way over(ConnectionPoint point) {
        List<Landing> landings = filters.landings(point).stream()
                .map(zone -> new Landing(Landing.Target.zone(zone), prices.first(point, zone), met(point, zone)))
                .toList();
        return new Way(
                (point.name().equals(UNREGISTERED) ? "host " : "point ") + point.key(),
                point.thirdParty(),
                landings,
                upkeep.of(point, filters.posture(point)));
    }

    /** What is permitted where it comes out; what stands at the link itself and its firewall are met in any case. */
    private List<Fault> met(ConnectionPoint point, String zone) {
        Stream<Installation> there = filters.shut(point, zone)
                ? Stream.empty()
                : faults.inZone(zone).stream().filter(some -> filters.permits(point, some));
        Stream<Fault> found = Stream.concat(there, faults.at(point).stream()).flatMap(faults::of);
        return Stream.concat(found, faults.ofFirewall(point).stream()).toList();
    }

    /** Whoever runs a host of ours and has no connection that anybody registered has one that nobody did. */
    static List<ConnectionPoint> unregistered(Estate estate, String thirdParty) {
        boolean registered = estate.connectionPoints().values().stream()
                .filter(point -> point.state() != LinkState.RETIRED)
                .anyMatch(point -> point.thirdParty().equals(thirdParty));
        return registered
                ? List.of()
                : estate.assets().values().stream()
                        .filter(host -> thirdParty.equals(host.managedBy()))
                        .map(host -> unregistered(thirdParty, host))
                        .toList();
    }

    private static ConnectionPoint unregistered(String thirdParty, Asset host) {
        return new ConnectionPoint(
                "to " + host.key(),
                UNREGISTERED,
                new Ends(thirdParty, AddressSet.NONE, host.zone(), host.key()),
                true,
                LinkTerms.UNKNOWN.with(Authentication.NONE),
                Filtering.UNKNOWN,
                LinkState.ACTIVE);
    }

    private Set<String> suppliedZones(String thirdParty) {
        return estate.installations().values().stream()
                .filter(some -> some.useState().live())
                .filter(some -> !isFirewallAround(estate.zoneOf(some.place()), some.product()))
                .filter(some ->
                        thirdParty.equals(estate.products().get(some.product()).supplier()))
                .map(some -> estate.zoneOf(some.place()))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of a link into the zone or out of it. */
    private boolean isFirewallAround(@Nullable String zone, String product) {
        return Stream.of(estate.connectionPoints().values(), estate.zoneLinks().values())
                .flatMap(Collection::stream)
                .filter(link -> link.zone().equals(zone)
                        || link instanceof ZoneLink inner && inner.from().equals(zone))
                .anyMatch(link -> product.equals(link.firewall().product()));
    }

    private Way supplied(ThirdParty party, String key) {
        Zone zone = estate.zones().get(key);
        var landing =
                new Landing(Landing.Target.zone(key), unlessCompromised(party, "supply " + party.key()), List.of());
        return new Way(
                "supply of " + party.key() + " to " + key,
                party.key(),
                List.of(zone.egress() == Egress.DENY_BY_DEFAULT ? landing.costing("egress of " + key) : landing),
                upkeep.ofSupply(zone));
    }

    private Way holding(ThirdParty party, DataHolding held) {
        List<Fault> flaws =
                faults.atHolding(held.key()).stream().flatMap(faults::of).toList();
        boolean open = flaws.stream().anyMatch(Fault::free);
        return new Way(
                "holding " + held.key(),
                party.key(),
                List.of(new Landing(
                        Landing.Target.holding(held.key()),
                        open ? Set.of(Prices.NOTHING) : unlessCompromised(party, "holder " + party.key()),
                        flaws)),
                Map.of());
    }

    private static Set<Set<String>> unlessCompromised(ThirdParty party, String label) {
        return Set.of(party.notice() == Notice.COMPROMISED ? Prices.NOTHING : Set.of(label));
    }
}
