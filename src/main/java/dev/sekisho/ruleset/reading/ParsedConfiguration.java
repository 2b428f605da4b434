package dev.sekisho.ruleset.reading;

import dev.sekisho.risk.traffic.rule.RuleSet;

/**
 * A configuration that was parsed once, and can be asked what guards any number of links. Each answer is the same whatever
 * was asked before it. Not for several threads at once.
 */
public interface ParsedConfiguration {

    /**
     * @throws UnreadableConfiguration if what the guard names is beyond the limits, or contradicts itself
     * @throws UnsuitableGuard if the configuration has nothing of the guard's name
     */
    RuleSet read(GuardSelector guard);

    /**
     * Whether the configuration knows an interface of this name, as far as it is not read for sure that it does: there are
     * configurations in which an interface may be there though nothing names it. One that was named and no more is, is gone.
     */
    default boolean mentions(String interfaceName) {
        return true;
    }

    /** Its parts, and which of them were asked. */
    Sections sections();
}
