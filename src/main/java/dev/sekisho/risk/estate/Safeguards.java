package dev.sekisho.risk.estate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a third party protects what it holds for us.
 *
 * @param encrypted so that who takes the storage cannot read it; unknown counts as no
 * @param accessRestricted to networks and people that need it; unknown counts as no
 * @param configurationReviewedOn when somebody last looked at how access to it is configured; absent counts as never
 */
public record Safeguards(
        @Nullable Boolean encrypted,
        @Nullable Boolean accessRestricted,
        @Nullable LocalDate configurationReviewedOn) {

    public static final Safeguards UNKNOWN = new Safeguards(null, null, null);
}
