package dev.sekisho.firewall.reader;

import dev.sekisho.firewall.reader.FortiConfiguration.Entry;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Decides which policies the link's traffic meets: by the guard's interfaces, and by zones that hold them. */
final class FortiInterfaces {

    private final FortiConfiguration configuration;
    private final String domain;
    private final Optional<String> in;
    private final Optional<String> out;
    private final boolean onlyOnePair;

    FortiInterfaces(FortiConfiguration configuration, String domain, Guard guard) {
        this.configuration = configuration;
        this.domain = domain;
        this.in = guard.one(Guard.Key.INTERFACE);
        this.out = guard.one(Guard.Key.OUT_INTERFACE);
        this.onlyOnePair = configuration.table(domain, "firewall policy").values().stream()
                        .map(policy -> List.of(policy.all("srcintf"), policy.all("dstintf")))
                        .distinct()
                        .count()
                <= 1;
        in.ifPresent(name -> refuseUnknown(Guard.Key.INTERFACE, name));
        out.ifPresent(name -> refuseUnknown(Guard.Key.OUT_INTERFACE, name));
    }

    /** Otherwise a slip of the pen would look like an interface that nothing passes. */
    private void refuseUnknown(Guard.Key key, String name) {
        var known = known();
        if (!known.contains(name) && !known.isEmpty()) {
            throw UnsuitableGuard.unknown(key, name, known);
        }
    }

    private Set<String> known() {
        var known = new TreeSet<String>();
        policies().forEach(policy -> {
            known.addAll(policy.all("srcintf"));
            known.addAll(policy.all("dstintf"));
        });
        zones().forEach(zone -> {
            known.add(zone.name());
            known.addAll(zone.all("interface"));
        });
        members().forEach(member -> {
            known.add(zoneOf(member));
            known.addAll(member.all("interface"));
        });
        var stated =
                configuration.table(FortiConfiguration.ROOT, "system interface").keySet();
        // policies for any interface leave the others unnamed; only the device's own list is complete
        if (known.remove("any") && stated.isEmpty()) {
            return Set.of();
        }
        known.addAll(stated);
        return known;
    }

    private Stream<Entry> policies() {
        return Stream.of("firewall policy", "firewall policy6")
                .flatMap(table -> configuration.table(domain, table).values().stream());
    }

    private Collection<Entry> zones() {
        return configuration.table(domain, "system zone").values();
    }

    /** The interfaces of the zones of SD-WAN. */
    private Stream<Entry> members() {
        return Stream.of("system sdwan/members", "system virtual-wan-link/members")
                .flatMap(table -> configuration.table(domain, table).values().stream());
    }

    private static String zoneOf(Entry member) {
        return member.one("zone", "virtual-wan-link");
    }

    /** Zones with "intrazone allow" that hold both interfaces of the guard. */
    List<Entry> zonesAround() {
        return zones().stream()
                .filter(FortiInterfaces::isOpen)
                .filter(zone -> holds(zone, in) && holds(zone, out))
                .toList();
    }

    /** Such zones with the only interface that the guard names. */
    List<Entry> zonesAtOneEnd() {
        return zones().stream()
                .filter(FortiInterfaces::isOpen)
                .filter(zone -> holds(zone, in) && out.isEmpty() || holds(zone, out) && in.isEmpty())
                .toList();
    }

    private static boolean isOpen(Entry zone) {
        return zone.one("intrazone", "deny").equals("allow");
    }

    private static boolean holds(Entry zone, Optional<String> named) {
        return named.filter(name ->
                        zone.name().equals(name) || zone.all("interface").contains(name))
                .isPresent();
    }

    /** Whether the traffic can meet this policy; where the guard does not decide it, a doubt is added. */
    boolean admits(Entry policy, List<String> doubts) {
        return admits(policy.all("srcintf"), in, "enters by ", doubts)
                && admits(policy.all("dstintf"), out, "leaves by ", doubts);
    }

    private boolean admits(List<String> interfaces, Optional<String> named, String how, List<String> doubts) {
        if (interfaces.contains("any") || interfaces.isEmpty()) {
            return true;
        }
        if (named.isPresent()) {
            return interfaces.stream()
                    .anyMatch(one -> one.equals(named.get()) || zone(one).contains(named.get()));
        }
        if (!onlyOnePair) {
            doubts.add("matches only what " + how
                    + String.join(
                            " or ", interfaces.stream().map(Redaction::value).toList()));
        }
        return true;
    }

    private List<String> zone(String name) {
        var zone = configuration.table(domain, "system zone").get(name);
        return zone != null
                ? zone.all("interface")
                : members()
                        .filter(member -> zoneOf(member).equals(name))
                        .flatMap(member -> member.all("interface").stream())
                        .toList();
    }
}
