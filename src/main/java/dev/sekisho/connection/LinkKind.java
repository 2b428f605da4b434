package dev.sekisho.connection;

/** The two kinds of link that can have a rule set. */
public enum LinkKind {
    CONNECTION_POINT("connection-points"),
    ZONE_LINK("zone-links");

    private final String collection;

    LinkKind(String collection) {
        this.collection = collection;
    }

    public String collection() {
        return collection;
    }
}
