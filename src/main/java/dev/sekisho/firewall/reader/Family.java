package dev.sekisho.firewall.reader;

import dev.sekisho.risk.traffic.AddressSet;

/** The two families of addresses; no packet is of both. */
enum Family {
    IPV4("IPv4", Match.ANY4),
    IPV6("IPv6", Match.ANY6);

    private final String title;
    private final Match match;

    Family(String title, Match match) {
        this.title = title;
        this.match = match;
    }

    /** All packets of this family. */
    Match match() {
        return match;
    }

    AddressSet addresses() {
        return match.sources();
    }

    Family other() {
        return this == IPV4 ? IPV6 : IPV4;
    }

    @Override
    public String toString() {
        return title;
    }
}
