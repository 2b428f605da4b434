package dev.sekisho.risk;

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
        INSTALLATION,
        SOFTWARE_PRODUCT
    }

    /** All third-party risk of all our companies. */
    public static final Subject PORTFOLIO = new Subject(Kind.PORTFOLIO, "portfolio");

    @Override
    public int compareTo(Subject other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : key.compareTo(other.key);
    }
}
