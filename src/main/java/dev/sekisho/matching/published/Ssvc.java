package dev.sekisho.matching.published;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A stakeholder-specific decision as CISA publishes it with a CVE record; a part nobody decided is null. */
public record Ssvc(
        @Nullable Exploitation exploitation,
        @Nullable Boolean automatable,
        @Nullable TechnicalImpact technicalImpact) {

    /** How far exploitation has come. */
    public enum Exploitation {
        NONE,
        POC,
        ACTIVE
    }

    /** How much of the system an attacker gains. */
    public enum TechnicalImpact {
        PARTIAL,
        TOTAL
    }

    public static @Nullable Exploitation exploitation(@Nullable String word) {
        return switch (lower(word)) {
            case "none" -> Exploitation.NONE;
            case "poc", "public poc" -> Exploitation.POC;
            case "active" -> Exploitation.ACTIVE;
            default -> null;
        };
    }

    public static @Nullable Boolean automatable(@Nullable String word) {
        return switch (lower(word)) {
            case "yes" -> Boolean.TRUE;
            case "no" -> Boolean.FALSE;
            default -> null;
        };
    }

    public static @Nullable TechnicalImpact technicalImpact(@Nullable String word) {
        return switch (lower(word)) {
            case "partial" -> TechnicalImpact.PARTIAL;
            case "total" -> TechnicalImpact.TOTAL;
            default -> null;
        };
    }

    private static String lower(@Nullable String word) {
        return word == null ? "" : word.toLowerCase(Locale.ROOT);
    }
}
