package dev.sekisho.ruleset.panos;

import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.ruleset.outside.OutsideTranslation;
import dev.sekisho.ruleset.reading.Certainty;
import dev.sekisho.ruleset.reading.Resolved;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the rules for translation in their order; of those that take a packet the first counts. They name the zone in
 * which the address outside lies, which is not that of the real one: it is taken for granted that it does.
 */
final class PanNat {

    private record Read(PanNode rule, OutsideTranslation translation) {}

    /** Into how many parts earlier rules may cut one before all of it counts. */
    private static final int PARTS = 64;

    /** What is said of a rule that changes one address of IPv4 for another. */
    private static final List<String> PLAIN = List.of("", "ipv4");

    private final PanPlace place;
    private final PanZones zones;
    private final PanAddresses addresses;
    private final PanServices services;
    private final String device;

    /** @param device the number of this device in a pair of which both are active, "" if there is none */
    PanNat(PanPlace place, PanZones zones, PanAddresses addresses, PanServices services, String device) {
        this.place = place;
        this.zones = zones;
        this.addresses = addresses;
        this.services = services;
        this.device = device;
    }

    /** Those that change destinations, in parts that share no packet unless one is in doubt. */
    List<OutsideTranslation> read() {
        var before = new ArrayList<Read>();
        var found = new ArrayList<OutsideTranslation>();
        for (var rule : place.rules("nat")) {
            if (rule.isYes("disabled") || isOfOtherDevice(rule)) {
                continue;
            }
            for (var translation : read(rule)) {
                if (translation.changes()) {
                    left(rule, translation, before)
                            .forEach(part -> translation.taking(part).forEach(found::add));
                }
                before.add(new Read(rule, translation));
            }
        }
        return found;
    }

    private boolean isOfOtherDevice(PanNode rule) {
        var bound = rule.one("active-active-device-binding");
        return !device.isEmpty() && (bound.equals("0") || bound.equals("1")) && !bound.equals(device);
    }

    private static List<RuleMatch> left(PanNode rule, OutsideTranslation translation, List<Read> before) {
        var parts = List.of(translation.taken());
        for (var earlier : before) {
            if (earlier.translation.doubts().isEmpty() && takesThere(earlier.rule, rule)) {
                parts = parts.stream()
                        .flatMap(part -> part.minus(earlier.translation.taken()).stream())
                        .toList();
            }
            if (parts.size() > PARTS) {
                return List.of(translation.taken());
            }
        }
        return parts;
    }

    /** Whether an earlier rule is about the zone of the address outside, too. */
    private static boolean takesThere(PanNode earlier, PanNode rule) {
        var to = earlier.all("to");
        return to.contains("any") || !rule.all("to").isEmpty() && to.containsAll(rule.all("to"));
    }

    private List<OutsideTranslation> read(PanNode rule) {
        var found = new ArrayList<OutsideTranslation>();
        var doubts = new ArrayList<String>();
        var entering = zones.enters(rule.all("from").isEmpty() ? List.of("any") : rule.all("from"));
        if (entering == Certainty.PERHAPS) {
            doubts.add("acts on what comes from some zones only");
        }
        if (!PLAIN.contains(rule.one("nat-type"))) {
            doubts.add("changes addresses of another kind than IPv4");
        }
        if (PanConditions.isInstalledOnSome(rule)) {
            doubts.add("depends on target");
        }
        if (entering != Certainty.NEVER) {
            found.addAll(forwards(rule, doubts));
        }
        wayBack(rule, doubts).ifPresent(found::add);
        return found;
    }

    private List<OutsideTranslation> forwards(PanNode rule, List<String> doubts) {
        var sources = side(rule, "source");
        var destinations = side(rule, "destination");
        var offered =
                services.all(rule.all("service").isEmpty() ? List.of("any") : rule.all("service"), List.of("any"));
        var target = target(rule);
        var inner = target.has("translated-address") ? inner(target) : null;
        var ports = ports(target);
        var all = Resolved.doubts(Stream.of(
                doubts,
                sources.doubts(),
                destinations.doubts(),
                offered.doubts(),
                inner == null ? List.of() : inner.doubts(),
                ports.map(Resolved::doubts).orElse(List.of())));
        return offered.set().stream()
                .map(service -> family(rule).and(service).from(sources.set()).to(destinations.set()))
                .filter(match -> !match.isEmpty())
                .map(match -> new OutsideTranslation(
                        match,
                        inner == null ? null : inner.set(),
                        ports.map(Resolved::set).orElse(null),
                        all,
                        origin(rule),
                        rule.line()))
                .toList();
    }

    private static PanNode target(PanNode rule) {
        var plain = rule.at("destination-translation");
        return plain.isEmpty() ? rule.at("dynamic-destination-translation") : plain;
    }

    private Resolved<AddressSet> inner(PanNode target) {
        return addresses.one(target.one("translated-address"));
    }

    private static Optional<Resolved<PortSet>> ports(PanNode target) {
        var stated = target.one("translated-port");
        if (stated.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Resolved.exactly(PanServices.ports(stated)));
        } catch (IllegalArgumentException e) {
            return Optional.of(Resolved.doubtful(PortSet.ANY, "the port it leads to cannot be read"));
        }
    }

    private Resolved<AddressSet> side(PanNode rule, String side) {
        return rule.all(side).isEmpty() ? Resolved.exactly(AddressSet.ANY) : addresses.all(rule.all(side));
    }

    /** A static translation of sources that counts in both directions changes destinations on the way back. */
    private Optional<OutsideTranslation> wayBack(PanNode rule, List<String> doubts) {
        var translation = rule.at("source-translation", "static-ip");
        if (!translation.isYes("bi-directional")) {
            return Optional.empty();
        }
        var outer = addresses.one(translation.one("translated-address"));
        var inner = side(rule, "source");
        var all = Resolved.doubts(Stream.of(doubts, outer.doubts(), inner.doubts()));
        return Optional.of(new OutsideTranslation(
                family(rule).to(outer.set()), inner.set(), null, all, origin(rule), rule.line()));
    }

    private static String origin(PanNode rule) {
        return "rule " + rule.name();
    }

    private static RuleMatch family(PanNode rule) {
        return PLAIN.contains(rule.one("nat-type")) ? RuleMatch.ANY4 : RuleMatch.ANY;
    }
}
