package dev.sekisho.risk.estate;

import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.estate.link.ZoneLink;

/** What a finding or a score is about. */
public record Subject(Kind kind, String key) implements Comparable<Subject> {

    /** The kinds of subject. */
    public enum Kind {
        PORTFOLIO,
        ORGANIZATION,
        THIRD_PARTY,
        CONNECTION_POINT,
        ZONE_LINK,
        ZONE,
        ASSET,
        DATA_HOLDING,
        INSTALLATION,
        SOFTWARE_PRODUCT
    }

    /** All third-party risk of all our companies. */
    public static final Subject PORTFOLIO = new Subject(Kind.PORTFOLIO, "portfolio");

    public static Subject of(Link link) {
        return new Subject(link instanceof ZoneLink ? Kind.ZONE_LINK : Kind.CONNECTION_POINT, link.key());
    }

    @Override
    public int compareTo(Subject other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : key.compareTo(other.key);
    }
}
