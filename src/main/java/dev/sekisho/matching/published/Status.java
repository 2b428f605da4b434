package dev.sekisho.matching.published;

/** What a source says of a version. */
public enum Status {
    AFFECTED,
    UNAFFECTED,
    FIXED,
    UNKNOWN;

    /** The words of CVE 5 and of VEX; a word outside them is UNKNOWN. */
    public static Status of(@org.jspecify.annotations.Nullable String word) {
        if (word == null) {
            return UNKNOWN;
        }
        return switch (word) {
            case "affected", "known_affected" -> AFFECTED;
            case "unaffected", "not_affected", "known_not_affected" -> UNAFFECTED;
            case "fixed" -> FIXED;
            default -> UNKNOWN;
        };
    }
}
