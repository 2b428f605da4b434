package dev.sekisho.risk.rule;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong, with its evidence.
 *
 * @param cause tells apart several findings of one rule on one subject; empty where there can be only one
 * @param detail what is wrong and why, in one sentence a person can act on
 * @param evidence further facts by name
 * @param thirdParty key of the third party concerned
 * @param connectionPoint key of the connection point concerned
 * @param zone key of the zone concerned
 * @param organization key of the organization concerned
 */
public record Finding(
        String code,
        Severity severity,
        Subject subject,
        String cause,
        String detail,
        SortedMap<String, String> evidence,
        @Nullable String thirdParty,
        @Nullable String connectionPoint,
        @Nullable String zone,
        @Nullable String organization) {

    /** What makes it the same finding tomorrow, whatever its severity or wording then. */
    public record Identity(Subject subject, String code, String cause) {}

    public Identity identity() {
        return new Identity(subject, code, cause);
    }
}
