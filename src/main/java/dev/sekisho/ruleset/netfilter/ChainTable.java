package dev.sekisho.ruleset.netfilter;

import dev.sekisho.ruleset.reading.RuleMatch;
import dev.sekisho.ruleset.reading.Sections.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table of chains that jump to one another. */
public final class ChainTable {

    /** A chain; only one that the kernel calls itself has a policy. */
    record Chain(String name, @Nullable String policy, int line, List<ChainRule> rules) {}

    public final String name;
    final int line;
    public final Map<String, Chain> chains = new LinkedHashMap<>();

    ChainTable(String name, int line) {
        this.name = name;
        this.line = line;
    }

    /** Something was done to the chains that nobody can tell: each may let everything pass. */
    void doubt(int line, String text, String why) {
        var perhaps = new ChainRule(
                line,
                text,
                List.of(RuleMatch.ANY),
                List.of(),
                List.of(),
                List.of("line " + line + ": " + why),
                Tracking.ALL,
                ChainRule.Target.verdict("ACCEPT"));
        chains.values().forEach(chain -> chain.rules().add(0, perhaps));
    }

    Section section(Chain chain) {
        return Section.of("chain", name + " " + chain.name(), chain.line());
    }

    Stream<ChainRule> rules() {
        return chains.values().stream().flatMap(chain -> chain.rules().stream());
    }
}
