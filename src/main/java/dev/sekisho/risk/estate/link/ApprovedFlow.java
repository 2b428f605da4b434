package dev.sekisho.risk.estate.link;

import dev.sekisho.risk.traffic.rule.Flow;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Traffic that somebody approved on a link.
 *
 * @param owner who answers for it
 * @param need why it is needed
 * @param expiresOn last day of the approval
 */
public record ApprovedFlow(
        Flow flow,
        @Nullable String owner,
        @Nullable String need,
        @Nullable LocalDate expiresOn) {

    public boolean approved(LocalDate day) {
        return expiresOn == null || !day.isAfter(expiresOn);
    }

    /** Whether the approval names an owner, a need and an end. */
    public boolean complete() {
        return owner != null && need != null && expiresOn != null;
    }
}
