package dev.sekisho.ruleset.evaluator;

import dev.sekisho.ruleset.evaluator.CiscoAcl.Condition;
import dev.sekisho.ruleset.evaluator.CiscoAcl.Entry;
import dev.sekisho.ruleset.evaluator.CiscoAcl.Place;
import dev.sekisho.ruleset.evaluator.CiscoAcl.Ports;
import dev.sekisho.ruleset.evaluator.CiscoAcl.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws parts of devices from a number, out of so few addresses that they meet. */
final class CiscoDraw {

    private static final List<String> PARTNERS = List.of("198.51.100.7", "198.51.100.8", "192.0.2.9", "192.0.2.130");
    private static final List<String> HOSTS = List.of("10.0.0.5", "10.0.0.6", "10.0.1.5", "10.0.1.6");
    private static final List<String> SIX = List.of("2001:db8:aa::5", "2001:db8:aa::6");
    static final String PARTNER6 = "2001:db8:9::1";
    private static final List<Integer> PORTS = List.of(22, 443, 3389);

    private final Random random;

    CiscoDraw(long seed) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    static List<Probe> probes() {
        var probes = new ArrayList<Probe>();
        for (var source : PARTNERS) {
            HOSTS.forEach(host -> PORTS.forEach(port -> List.of(6, 17, 1)
                    .forEach(protocol -> probes.add(new Probe(source, host, protocol, protocol == 1 ? 8 : port)))));
        }
        SIX.forEach(host -> PORTS.forEach(port -> List.of(6, 17, 58)
                .forEach(protocol -> probes.add(new Probe(PARTNER6, host, protocol, protocol == 58 ? 128 : port)))));
        return probes.stream().distinct().toList();
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    Place partner() {
        return place(one(PARTNERS), one(List.of(32, 24, 25)));
    }

    /** @param outer whether addresses before translation may occur */
    Place host(boolean outer) {
        var all = new ArrayList<>(HOSTS);
        if (outer) {
            all.addAll(List.of("203.0.113.5", "203.0.113.6", "203.0.114.5"));
            all.addAll(List.of("203.0.113.5", "203.0.113.6", "203.0.114.5"));
        }
        return place(one(all), one(List.of(32, 32, 24)));
    }

    static Place place(String address, int prefix) {
        var dot = address.lastIndexOf('.');
        var last = Integer.parseInt(address.substring(dot + 1));
        var kept = prefix == 32 ? last : prefix == 25 ? last & 128 : 0;
        return new Place(address.substring(0, dot + 1) + kept, prefix);
    }

    /** Of IPv4 to addresses before translation or after it. */
    CiscoAcl list(Place any, boolean outer, List<Condition> conditions) {
        var entries = new ArrayList<Entry>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            var source = chance(40) ? any : partner();
            var destination = chance(25) ? any : host(outer);
            entries.add(entry(source, destination, conditions, List.of(0, 6, 17, 1)));
        }
        return new CiscoAcl(entries);
    }

    CiscoAcl listOfSix(List<Condition> conditions) {
        var entries = new ArrayList<Entry>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            entries.add(six(conditions));
        }
        return new CiscoAcl(entries);
    }

    Entry six(List<Condition> conditions) {
        var source = chance(40) ? Place.ANY6 : new Place("2001:db8:9::", 48);
        var destination = chance(30) ? Place.ANY6 : new Place(one(SIX), 128);
        return entry(source, destination, conditions, List.of(0, 6, 17));
    }

    private Entry entry(Place source, Place destination, List<Condition> conditions, List<Integer> protocols) {
        var protocol = one(protocols);
        var ported = protocol == 6 || protocol == 17;
        var condition = chance(25) ? one(conditions) : Condition.NONE;
        var needsTcp = condition == Condition.ESTABLISHED || condition == Condition.ACKNOWLEDGED;
        return new Entry(
                chance(55),
                protocol,
                source,
                destination,
                ported && chance(70) ? ports() : Ports.NONE,
                needsTcp && protocol != 6 ? Condition.LOG : condition);
    }

    private Ports ports() {
        return switch (random.nextInt(5)) {
            case 0 -> new Ports("neq", one(PORTS), 0);
            case 1 -> new Ports("range", 20, 500);
            case 2 -> new Ports("gt", 443, 0);
            default -> new Ports("eq", one(PORTS), 0);
        };
    }

    /** A list of a tunnel: local side first, protocols whole. */
    CiscoAcl carried(boolean outer) {
        var entries = new ArrayList<Entry>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            entries.add(Entry.of(chance(75), host(outer), partner()));
        }
        return new CiscoAcl(entries);
    }

    List<CiscoNat> translations() {
        var all = new ArrayList<CiscoNat>();
        if (chance(50)) {
            all.add(CiscoNat.port("203.0.113.5", 3389, "10.0.0.6", 22));
        }
        if (chance(60)) {
            all.add(CiscoNat.host("203.0.113.5", "10.0.0.5"));
        }
        if (chance(40)) {
            all.add(CiscoNat.port("203.0.113.6", 443, "10.0.0.6", 443));
        }
        if (chance(25)) {
            all.add(CiscoNat.host("203.0.113.6", "10.0.0.5"));
        }
        if (chance(40)) {
            all.add(CiscoNat.network("203.0.114.0", "10.0.1.0"));
        }
        return all;
    }
}
