package dev.sekisho.risk.traffic.rule;

import org.jspecify.annotations.Nullable;

/**
 * A rule as its device has it.
 *
 * @param line where the rule stands in the configuration, 0 if unknown
 * @param origin a short label: the line or the rule's name on the device
 * @param opaque why a reader could not model this rule, null if it could
 */
public record DeviceLine(int line, String origin, @Nullable String opaque) {
    static final DeviceLine NONE = new DeviceLine(0, "", null);

    DeviceLine opaque(@Nullable String reason) {
        return new DeviceLine(line, origin, reason);
    }
}
