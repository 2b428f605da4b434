package dev.sekisho.ruleset.reading;

import dev.sekisho.risk.traffic.set.AddressSet;

/** The two families of addresses; no packet is of both. */
public enum DeclaredFamily {
    IPV4("IPv4", RuleMatch.ANY4),
    IPV6("IPv6", RuleMatch.ANY6);

    private final String title;
    private final RuleMatch match;

    DeclaredFamily(String title, RuleMatch match) {
        this.title = title;
        this.match = match;
    }

    /** All packets of this family. */
    public RuleMatch match() {
        return match;
    }

    public AddressSet addresses() {
        return match.sources();
    }

    public DeclaredFamily other() {
        return this == IPV4 ? IPV6 : IPV4;
    }

    @Override
    public String toString() {
        return title;
    }
}
