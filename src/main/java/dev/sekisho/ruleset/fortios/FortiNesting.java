package dev.sekisho.ruleset.fortios;

import dev.sekisho.ruleset.fortios.FortiConfiguration.Entry;
import dev.sekisho.ruleset.reading.ConfigurationLimits;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

/** Groups within groups: refuses those that contain themselves or nest without end. */
final class FortiNesting {

    private final Set<String> path = new LinkedHashSet<>();

    <T> T within(Entry group, Supplier<T> reading) {
        if (!path.add(group.name())) {
            throw new UnreadableConfiguration(
                    group.line(), 1, "the group '" + Redaction.value(group.name()) + "' contains itself");
        }
        if (path.size() > ConfigurationLimits.NESTING) {
            throw new UnreadableConfiguration(
                    group.line(), 1, "groups nest deeper than " + ConfigurationLimits.NESTING + " levels");
        }
        var result = reading.get();
        path.remove(group.name());
        return result;
    }
}
