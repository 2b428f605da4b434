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
 */
public record Finding(
        String code,
        Severity severity,
        Concerned concerned,
        String cause,
        String detail,
        SortedMap<String, String> evidence) {

    /** What makes it the same finding tomorrow, whatever its severity or wording then. */
    public record Identity(Subject subject, String code, String cause) {}

    public Identity identity() {
        return new Identity(subject(), code, cause);
    }

    public Subject subject() {
        return concerned.subject();
    }

    public @Nullable String thirdParty() {
        return concerned.thirdParty();
    }

    public @Nullable String connectionPoint() {
        return concerned.connectionPoint();
    }

    public @Nullable String zone() {
        return concerned.zone();
    }

    public @Nullable String organization() {
        return concerned.organization();
    }

    /**
     * What a finding is about, and whom of the estate that concerns.
     *
     * @param thirdParty key of the third party
     * @param connectionPoint key of the connection point
     * @param zone key of the zone
     * @param organization key of the organization
     */
    public record Concerned(
            Subject subject,
            @Nullable String thirdParty,
            @Nullable String connectionPoint,
            @Nullable String zone,
            @Nullable String organization) {}
}
