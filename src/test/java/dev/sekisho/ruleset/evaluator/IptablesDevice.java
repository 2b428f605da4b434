package dev.sekisho.ruleset.evaluator;

import dev.sekisho.ruleset.evaluator.NftModel.Block;
import dev.sekisho.ruleset.evaluator.NftModel.Outcome;
import dev.sekisho.ruleset.evaluator.NftModel.Packet;
import dev.sekisho.ruleset.evaluator.NftModel.Ports;
import dev.sekisho.ruleset.evaluator.NftModel.Rule;
import dev.sekisho.ruleset.evaluator.NftModel.State;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** One family of a Linux machine with iptables: what comes in meets raw, then nat, then the asked chain of filter. */
final class IptablesDevice {

    enum Kind {
        STAY,
        HOST,
        NETWORK,
        REDIRECT
    }

    /**
     * @param to the address it becomes, or the first of the network
     * @param port the new port, 0 if it stays
     */
    record Nat(Rule rule, Kind kind, int to, int port) {

        Packet apply(Packet packet) {
            var port = port() == 0 || !packet.hasPort() ? packet.port() : port();
            return switch (kind) {
                case STAY -> packet;
                case HOST -> packet.to(to, port);
                // the machine's own address
                case REDIRECT -> packet.to(1, port);
                case NETWORK ->
                    packet.to(
                            to | packet.destination() & (1 << rule.destination().bits()) - 1, packet.port());
            };
        }
    }

    final String chain;
    final boolean doubts;
    final boolean translates;
    final NftModel filter;
    final NftModel raw;
    final List<Nat> nat = new ArrayList<>();
    final Outcome policy;
    private final boolean filtersFirst;

    IptablesDevice(Random random, String chain, boolean doubts) {
        this.chain = chain;
        this.doubts = doubts;
        this.policy = random.nextBoolean() ? Outcome.ACCEPT : Outcome.DROP;
        this.filter = NftModel.drawn(random, List.of(chain, "ONE", "TWO", "ACCOUNT"), 1, doubts);
        this.filtersFirst = random.nextInt(3) == 0;
        this.raw = NftModel.drawn(random, List.of("PREROUTING", "ONE"), 1, doubts);
        this.translates = random.nextBoolean();
        for (int left = translates ? 1 + random.nextInt(3) : 0; left > 0; left--) {
            nat.add(translation(random, chain.equals("INPUT"), doubts));
        }
    }

    static Nat translation(Random random, boolean redirects, boolean doubts) {
        var kind = Kind.values()[random.nextInt(redirects ? 4 : 3)];
        var port = kind == Kind.REDIRECT ? 8080 : kind == Kind.HOST && random.nextBoolean() ? 443 : 0;
        var bits = random.nextInt(3);
        var base = random.nextInt(16) >> bits << bits;
        var rule = new Rule(
                Block.ANY,
                new Block(base, bits, false),
                port == 0 ? 0 : 6,
                port == 0 ? Ports.ANY : new Ports(80, 80, false),
                State.NONE,
                "",
                doubts && random.nextInt(3) == 0 ? 2 : -1,
                "",
                false);
        return new Nat(rule, kind, random.nextInt(16) >> bits << bits, port);
    }

    /** @param whole with tables that decide nothing, too */
    String text(Random random, boolean six, boolean header, boolean whole) {
        var text = new IptablesText(random, six);
        if (header) {
            text.header();
        }
        if (whole && !filtersFirst) {
            text.emptyTable("raw");
        }
        if (filtersFirst) {
            text.table("raw", raw, "PREROUTING", "ACCEPT");
        }
        if (whole || translates) {
            text.natTable(nat);
        }
        text.table("filter", filter, chain, policy == Outcome.ACCEPT ? "ACCEPT" : "DROP");
        return text.toString();
    }

    /** Everything that may become of a packet as its sender addresses it. */
    Set<Outcome> meet(Packet packet) {
        var outcomes = filtersFirst ? raw.run("PREROUTING", Outcome.ACCEPT, packet) : EnumSet.of(Outcome.ACCEPT);
        if (outcomes.remove(Outcome.ACCEPT)) {
            translate(packet, 0, outcomes);
        }
        return outcomes;
    }

    private void translate(Packet packet, int from, Set<Outcome> outcomes) {
        for (int i = from; i < nat.size(); i++) {
            var step = nat.get(i);
            if (!step.rule().certainlyFails(packet)) {
                outcomes.addAll(filter.run(chain, policy, step.apply(packet)));
                if (step.rule().unknown() < 0) {
                    return;
                }
            }
        }
        outcomes.addAll(filter.run(chain, policy, packet));
    }
}
