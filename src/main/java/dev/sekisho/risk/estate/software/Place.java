package dev.sekisho.risk.estate.software;

/**
 * Where software is installed: at a host, at a connection point, somewhere in a zone, or where a third party
 * holds something for us.
 */
public record Place(Kind kind, String key) {

    /** The kinds of place. */
    public enum Kind {
        ASSET,
        CONNECTION_POINT,
        ZONE,
        DATA_HOLDING
    }
}
