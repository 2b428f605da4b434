package dev.sekisho.ruleset.evaluator;

import dev.sekisho.ruleset.evaluator.NftModel.Outcome;
import dev.sekisho.ruleset.evaluator.NftModel.Packet;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A Linux machine with nftables: every base chain on the way of a forwarded packet must let it pass. */
final class NftDevice {

    /**
     * A table with one chain that the kernel calls.
     *
     * @param device the only one whose packets meet it; empty for all
     */
    record Table(
            String family,
            String name,
            String hook,
            int priority,
            Outcome policy,
            boolean dormant,
            String device,
            NftModel model) {

        boolean concerns(boolean six) {
            return !dormant
                    && (device.isEmpty() || device.equals("eth0"))
                    && (family.equals("inet") || family.equals("netdev") || family.equals(six ? "ip6" : "ip"));
        }

        boolean decides(boolean six) {
            return family.equals("inet") || family.equals(six ? "ip6" : "ip");
        }
    }

    private static final int TRANSLATION = -100;

    final List<Table> tables = new ArrayList<>();
    final List<IptablesDevice.Nat> nat = new ArrayList<>();
    final boolean doubts;

    NftDevice(Random random, boolean doubts, boolean translates) {
        this.doubts = doubts;
        for (int i = random.nextInt(2); i >= 0; i--) {
            tables.add(table(random, "forward", i * 10 - 5, "f" + i));
        }
        if (random.nextInt(3) == 0) {
            tables.add(table(random, "prerouting", random.nextBoolean() ? -300 : -50, "p"));
        }
        if (random.nextInt(4) == 0) {
            tables.add(table(random, "ingress", 0, "i"));
        }
        if (random.nextInt(4) == 0) {
            tables.add(table(random, "input", 0, "other"));
        }
        for (int left = translates ? 2 : 0; left > 0; left--) {
            nat.add(IptablesDevice.translation(random, false, doubts));
        }
    }

    private Table table(Random random, String hook, int priority, String name) {
        var atDevice = hook.equals("ingress");
        var family = atDevice ? "netdev" : List.of("inet", "inet", "ip", "ip6").get(random.nextInt(4));
        return new Table(
                family,
                name,
                hook,
                priority,
                random.nextBoolean() && hook.equals("forward") ? Outcome.DROP : Outcome.ACCEPT,
                random.nextInt(10) == 0,
                atDevice ? random.nextBoolean() ? "eth0" : "eth1" : "",
                NftModel.drawn(random, List.of("base", "one", "ACCEPT", "LOG"), 1, doubts));
    }

    boolean speaksOf(boolean six) {
        return tables.stream().anyMatch(table -> table.hook().equals("forward") && table.decides(six));
    }

    /** Everything that may become of a packet as its sender addresses it. */
    Set<Outcome> meet(Packet packet, boolean six) {
        var outcomes = EnumSet.noneOf(Outcome.class);
        if (passes(packet, six, true, outcomes)) {
            for (var translated : six ? List.of(packet) : translated(packet)) {
                if (passes(translated, six, false, outcomes)) {
                    outcomes.add(Outcome.ACCEPT);
                }
            }
        }
        return outcomes;
    }

    /** Whether the packet may pass every chain on this side of the translation. */
    private boolean passes(Packet packet, boolean six, boolean before, Set<Outcome> outcomes) {
        var passes = true;
        for (var table : tables) {
            var early = table.hook().equals("ingress")
                    || table.hook().equals("prerouting") && table.priority() < TRANSLATION;
            if (early == before && !table.hook().equals("input") && table.concerns(six)) {
                var met = table.model().run("base", table.policy(), packet);
                passes &= met.contains(Outcome.ACCEPT);
                if (met.contains(Outcome.DROP)) {
                    outcomes.add(Outcome.DROP);
                }
            }
        }
        return passes;
    }

    private List<Packet> translated(Packet packet) {
        var all = new ArrayList<Packet>();
        for (var step : nat) {
            if (!step.rule().certainlyFails(packet)) {
                all.add(step.apply(packet));
                if (step.rule().unknown() < 0) {
                    return all;
                }
            }
        }
        all.add(packet);
        return all;
    }
}
