package dev.sekisho.ruleset.reading;

/**
 * Turns one configuration into neutral rules. A permit that cannot be modelled becomes an opaque permit of its widest
 * reading; a deny that cannot be modelled may not match, so it denies nothing and leaves a note; replies to connections
 * that were permitted before are no new connections and leave no rule.
 */
@FunctionalInterface
public interface RuleSetReader {

    /**
     * Reads what is the same whichever link is asked about.
     *
     * @param configuration as it is exported, at most {@link ConfigurationLimits#CHARACTERS} long
     * @throws UnreadableConfiguration if it is not of the reader's format, truncated or beyond the limits
     */
    ParsedConfiguration parse(String configuration);
}
