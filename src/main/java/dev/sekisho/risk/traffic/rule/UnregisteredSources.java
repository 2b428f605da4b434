package dev.sekisho.risk.traffic.rule;

import dev.sekisho.risk.traffic.set.AddressSet;

/**
 * A rule that lets in whom nobody registered.
 *
 * @param sources from where, as far as nobody speaks for it
 * @param witness a packet from there that the rule lets through
 */
public record UnregisteredSources(Rule rule, AddressSet sources, Decision witness) {

    /** The range, and the rule as its device calls it. */
    public String inWords() {
        return sources + " by " + rule.inFull();
    }
}
