package dev.sekisho.ruleset.reading;

import dev.sekisho.risk.traffic.rule.RuleSet;

/**
 * Turns one configuration into neutral rules. A permit that cannot be modelled becomes an opaque permit of its widest
 * reading; a deny that cannot be modelled may not match, so it denies nothing and leaves a note; replies to connections
 * that were permitted before are no new connections and leave no rule.
 */
@FunctionalInterface
public interface RuleSetReader {

    /**
     * @param configuration as it is exported, at most {@link ConfigurationLimits#CHARACTERS} long
     * @throws UnreadableConfiguration if it is not of the reader's format, truncated or beyond the limits
     * @throws UnsuitableGuard if the configuration has nothing of the guard's name
     */
    RuleSet read(String configuration, GuardSelector guard);
}
