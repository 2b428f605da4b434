package dev.sekisho.ruleset.netfilter;

import dev.sekisho.ruleset.reading.ConfigurationLimits;
import dev.sekisho.ruleset.reading.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The lines that "iptables -S" prints of a table: policies, chains, rules. It does not name the table: what chains have a
 * policy tells it. A policy behind a rule, or one of the same chain, begins another listing.
 */
final class IptablesListing {

    record Table(String name, List<Text.Line> lines) {}

    private static final Set<String> COMMANDS =
            Set.of("-P", "--policy", "-N", "--new-chain", "-A", "--append", "-I", "--insert");

    private final List<Text.Line> lines = new ArrayList<>();

    /** Keeps the line if a listing has begun or begins with it. */
    boolean takes(Text.Line line) {
        if (lines.isEmpty() && !COMMANDS.contains(line.word(0))) {
            return false;
        }
        if (lines.size() > 2 * ConfigurationLimits.RULES) {
            throw line.refusal("the configuration has more than " + ConfigurationLimits.RULES + " rules");
        }
        return lines.add(line);
    }

    List<Table> tables() {
        var tables = new ArrayList<Table>();
        var part = new ArrayList<Text.Line>();
        var policies = new HashSet<String>();
        var begun = false;
        for (var line : lines) {
            var policy = isPolicy(line);
            if (policy && (begun || policies.contains(line.word(1)))) {
                tables.add(new Table(name(policies), List.copyOf(part)));
                part.clear();
                policies.clear();
                begun = false;
            }
            part.add(line);
            if (policy) {
                policies.add(line.word(1));
            }
            begun |= !policy;
        }
        if (!part.isEmpty()) {
            tables.add(new Table(name(policies), List.copyOf(part)));
        }
        return tables;
    }

    void clear() {
        lines.clear();
    }

    private static boolean isPolicy(Text.Line line) {
        return line.word(0).equals("-P") || line.word(0).equals("--policy");
    }

    private static String name(Set<String> chains) {
        if (chains.contains("POSTROUTING")) {
            return chains.contains("FORWARD") ? "mangle" : "nat";
        }
        return chains.contains("PREROUTING") ? "raw" : "filter";
    }
}
