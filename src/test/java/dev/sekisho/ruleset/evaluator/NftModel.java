package dev.sekisho.ruleset.evaluator;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Chains of netfilter as the kernel walks them. Addresses are small numbers; how they are written is left to the texts. A
 * condition that a configuration does not decide holds and does not hold: every way is followed.
 */
final class NftModel {

    enum Outcome {
        ACCEPT,
        DROP,
        /** The end of the chain, or RETURN. */
        BACK
    }

    enum State {
        NONE,
        NEW,
        NOT_NEW,
        OLD,
        NOT_OLD
    }

    record Packet(int source, int destination, int protocol, int port) {

        boolean hasPort() {
            return protocol == 6 || protocol == 17;
        }

        Packet to(int otherDestination, int otherPort) {
            return new Packet(source, otherDestination, protocol, otherPort);
        }
    }

    /** Addresses that agree but for the last bits. */
    record Block(int base, int bits, boolean negated) {

        static final Block ANY = new Block(0, 4, false);

        boolean has(int address) {
            return (address >> bits == base >> bits) != negated;
        }

        boolean isAny() {
            return bits == 4;
        }
    }

    record Ports(int first, int last, boolean negated) {

        static final Ports ANY = new Ports(0, 65535, false);

        boolean has(int port) {
            return (first <= port && port <= last) != negated;
        }

        boolean isAny() {
            return first == 0 && last == 65535;
        }
    }

    /**
     * @param protocol 0 for any
     * @param way by which the packet comes in, "+" for any; empty if no condition; the packets come in by eth0
     * @param unknown an index into conditions that nobody can decide, -1 for none
     * @param target ACCEPT, DROP, RETURN, LOG or a chain
     */
    record Rule(
            Block source,
            Block destination,
            int protocol,
            Ports ports,
            State state,
            String way,
            int unknown,
            String target,
            boolean goes) {

        boolean certainlyFails(Packet packet) {
            return !source.has(packet.source())
                    || !destination.has(packet.destination())
                    || protocol != 0 && protocol != packet.protocol()
                    || !ports.isAny() && (!packet.hasPort() || !ports.has(packet.port()))
                    || state == State.NOT_NEW
                    || state == State.OLD
                    || way.equals("eth1")
                    || way.equals("!eth0");
        }
    }

    record Chain(String name, List<Rule> rules) {}

    final Map<String, Chain> chains = new LinkedHashMap<>();

    /** What the packets that reach the end of a chain the kernel calls may meet. */
    Set<Outcome> run(String base, Outcome policy, Packet packet) {
        var outcomes = walk(base, 0, packet);
        if (outcomes.remove(Outcome.BACK)) {
            outcomes.add(policy);
        }
        return outcomes;
    }

    private Set<Outcome> walk(String chain, int from, Packet packet) {
        var rules = chains.get(chain).rules();
        if (from == rules.size()) {
            return EnumSet.of(Outcome.BACK);
        }
        var rule = rules.get(from);
        var outcomes = EnumSet.noneOf(Outcome.class);
        if (!rule.certainlyFails(packet)) {
            outcomes.addAll(meet(rule, chain, from, packet));
        }
        if (rule.certainlyFails(packet) || rule.unknown() >= 0) {
            outcomes.addAll(walk(chain, from + 1, packet));
        }
        return outcomes;
    }

    private Set<Outcome> meet(Rule rule, String chain, int from, Packet packet) {
        switch (rule.target()) {
            case "ACCEPT", "DROP" -> {
                return EnumSet.of(Outcome.valueOf(rule.target()));
            }
            case "RETURN" -> {
                return EnumSet.of(Outcome.BACK);
            }
            case "LOG" -> {
                return walk(chain, from + 1, packet);
            }
            default -> {
                var inside = walk(rule.target(), 0, packet);
                if (!rule.goes() && inside.remove(Outcome.BACK)) {
                    inside.addAll(walk(chain, from + 1, packet));
                }
                return inside;
            }
        }
    }

    /** Chains that jump only to later ones, the first ones being those the kernel calls. */
    static NftModel drawn(Random random, List<String> names, int called, boolean doubts) {
        var model = new NftModel();
        for (int i = 0; i < names.size(); i++) {
            var rules = new ArrayList<Rule>();
            for (int left = random.nextInt(5); left >= 0; left--) {
                rules.add(rule(random, names.subList(Math.max(i + 1, called), names.size()), doubts));
            }
            model.chains.put(names.get(i), new Chain(names.get(i), rules));
        }
        return model;
    }

    private static Rule rule(Random random, List<String> callable, boolean doubts) {
        var protocol = random.nextInt(3) == 0 ? 0 : random.nextBoolean() ? 6 : 17;
        var jumps = !callable.isEmpty() && random.nextInt(3) == 0;
        return new Rule(
                block(random),
                block(random),
                protocol,
                protocol == 0 ? Ports.ANY : ports(random),
                State.values()[Math.max(0, random.nextInt(15) - 10)],
                List.of("", "", "", "", "eth0", "eth1", "!eth1", "!eth0", "+").get(random.nextInt(9)),
                doubts && random.nextInt(5) == 0 ? random.nextInt(3) : -1,
                jumps
                        ? callable.get(random.nextInt(callable.size()))
                        : List.of("ACCEPT", "ACCEPT", "DROP", "DROP", "RETURN", "LOG")
                                .get(random.nextInt(6)),
                jumps && random.nextInt(3) == 0);
    }

    private static Block block(Random random) {
        var bits = random.nextInt(3) == 0 ? random.nextInt(4) : 4;
        return bits == 4 ? Block.ANY : new Block(random.nextInt(16) >> bits << bits, bits, random.nextInt(4) == 0);
    }

    private static Ports ports(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Ports.ANY;
            case 1 -> new Ports(443, 443, random.nextBoolean());
            case 2 -> new Ports(80, 8080, random.nextInt(3) == 0);
            default -> new Ports(22, 22, false);
        };
    }

    static Packet packet(Random random) {
        var protocol = List.of(6, 6, 17, 1).get(random.nextInt(4));
        return new Packet(
                random.nextInt(16),
                random.nextInt(16),
                protocol,
                protocol == 1 ? 0 : List.of(22, 80, 443, 8080).get(random.nextInt(4)));
    }
}
