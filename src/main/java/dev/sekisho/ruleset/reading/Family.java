package dev.sekisho.ruleset.reading;

import dev.sekisho.risk.traffic.set.AddressSet;

/** The two families of addresses; no packet is of both. */
public enum Family {
    IPV4("IPv4", Match.ANY4),
    IPV6("IPv6", Match.ANY6);

    private final String title;
    private final Match match;

    Family(String title, Match match) {
        this.title = title;
        this.match = match;
    }

    /** All packets of this family. */
    public Match match() {
        return match;
    }

    public AddressSet addresses() {
        return match.sources();
    }

    public Family other() {
        return this == IPV4 ? IPV6 : IPV4;
    }

    @Override
    public String toString() {
        return title;
    }
}
