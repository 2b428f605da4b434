package dev.sekisho.risk.estate.software;

/** Where software is installed: at a host, at a connection point, or somewhere in a zone. */
public record Place(Kind kind, String key) {

    /** The kinds of place. */
    public enum Kind {
        ASSET,
        CONNECTION_POINT,
        ZONE
    }
}
