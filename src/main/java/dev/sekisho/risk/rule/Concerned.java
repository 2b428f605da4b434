package dev.sekisho.risk.rule;

import dev.sekisho.risk.estate.Subject;
import org.jspecify.annotations.Nullable;

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
