package dev.sekisho.ruleset.fortios;

import dev.sekisho.ruleset.fortios.FortiConfiguration.Entry;
import dev.sekisho.ruleset.reading.ConfigurationLimits;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

/** Groups within groups: refuses those that nest without end. */
final class FortiNesting {

    private final Set<String> path = new LinkedHashSet<>();

    /** @param circular what a group within itself stands for, which no device takes */
    <T> T within(Entry group, Supplier<T> circular, Supplier<T> reading) {
        if (path.contains(group.name())) {
            return circular.get();
        }
        if (path.size() >= ConfigurationLimits.NESTING) {
            throw new UnreadableConfiguration(
                    group.line(), 1, "groups nest deeper than " + ConfigurationLimits.NESTING + " levels");
        }
        path.add(group.name());
        var result = reading.get();
        path.remove(group.name());
        return result;
    }
}
