package dev.sekisho.risk.estate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was stated of the firewall at a link.
 *
 * @param product key of the firewall's software product
 * @param inspectedOn when somebody last looked with evidence
 * @param inspectionDueOn when the next inspection is due; absent means a validity period after the last
 * @param reviewedOn when its rules were last reviewed
 */
public record Firewall(
        FilterState state,
        @Nullable String product,
        @Nullable LocalDate inspectedOn,
        @Nullable LocalDate inspectionDueOn,
        @Nullable LocalDate reviewedOn) {

    public static final Firewall UNKNOWN = new Firewall(FilterState.UNKNOWN, null, null, null, null);
}
