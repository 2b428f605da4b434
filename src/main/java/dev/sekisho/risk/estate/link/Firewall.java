package dev.sekisho.risk.estate.link;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was stated of the firewall at a link.
 *
 * @param product key of the firewall's software product
 * @param inspectedOn when somebody last looked with evidence
 * @param inspectionDueOn when the next inspection is due; evidence ages by the day of the inspection alone
 * @param reviewedOn when its rules were last reviewed
 * @param segmentationTestedOn when somebody last tried to get past it; absent counts as never
 * @param refuted what was stated, where a later inspection found less; absent where none did
 * @param rulesStoredOn when the rules in force were stored: evidence of a filter that nobody may have inspected
 */
public record Firewall(
        FilterState state,
        @Nullable String product,
        @Nullable LocalDate inspectedOn,
        @Nullable LocalDate inspectionDueOn,
        @Nullable LocalDate reviewedOn,
        @Nullable LocalDate segmentationTestedOn,
        @Nullable FilterState refuted,
        @Nullable LocalDate rulesStoredOn) {

    public static final Firewall UNKNOWN = new Firewall(FilterState.UNKNOWN, null, null, null, null);

    /** One that nobody tried to get past. */
    public Firewall(
            FilterState state,
            @Nullable String product,
            @Nullable LocalDate inspectedOn,
            @Nullable LocalDate inspectionDueOn,
            @Nullable LocalDate reviewedOn) {
        this(state, product, inspectedOn, inspectionDueOn, reviewedOn, null, null, null);
    }

    /** One of which no inspection refuted what was stated. */
    public Firewall(
            FilterState state,
            @Nullable String product,
            @Nullable LocalDate inspectedOn,
            @Nullable LocalDate inspectionDueOn,
            @Nullable LocalDate reviewedOn,
            @Nullable LocalDate segmentationTestedOn) {
        this(state, product, inspectedOn, inspectionDueOn, reviewedOn, segmentationTestedOn, null, null);
    }

    public Firewall testedOn(@Nullable LocalDate day) {
        return new Firewall(state, product, inspectedOn, inspectionDueOn, reviewedOn, day, refuted, rulesStoredOn);
    }

    /** One that was inspected on a day and found so. */
    public Firewall seen(FilterState found, LocalDate day) {
        return new Firewall(
                found, product, day, inspectionDueOn, reviewedOn, segmentationTestedOn, refuted, rulesStoredOn);
    }

    /** One whose rules were reviewed on a day. */
    public Firewall reviewedOn(LocalDate day) {
        return new Firewall(
                state, product, inspectedOn, inspectionDueOn, day, segmentationTestedOn, refuted, rulesStoredOn);
    }

    /** One whose rules in force were stored on a day; absent where nobody gave any. */
    public Firewall rulesStoredOn(@Nullable LocalDate day) {
        return new Firewall(
                state, product, inspectedOn, inspectionDueOn, reviewedOn, segmentationTestedOn, refuted, day);
    }

    /**
     * What holds once somebody inspected it: the newest dated evidence counts, be it stated or inspected. An undated
     * statement that nothing filters stands until it is taken back, whatever an inspection found before.
     */
    public Firewall after(Inspection seen) {
        boolean newer =
                inspectedOn == null ? !standsUndated(seen) : !seen.date().isBefore(inspectedOn);
        return newer && seen.counts()
                ? new Firewall(
                        found(seen),
                        product,
                        seen.date(),
                        seen.nextDueOn(),
                        reviewedOn,
                        segmentationTestedOn,
                        refutes(seen) ? state : null,
                        rulesStoredOn)
                : this;
    }

    private boolean standsUndated(Inspection seen) {
        boolean absence = state == FilterState.NONE || state == FilterState.PLANNED;
        return absence && seen.outcome() != InspectionOutcome.NOT_FILTERED;
    }

    private boolean refutes(Inspection seen) {
        return switch (seen.outcome()) {
            case NOT_FILTERED -> state.needsEvidence();
            case PARTLY -> state == FilterState.VERIFIED;
            case FILTERED, NOT_ASSESSABLE -> false;
        };
    }

    private FilterState found(Inspection seen) {
        return switch (seen.outcome()) {
            case FILTERED -> FilterState.VERIFIED;
            case PARTLY -> state == FilterState.HOST_ONLY ? state : FilterState.UNVERIFIED;
            case NOT_FILTERED -> FilterState.NONE;
            case NOT_ASSESSABLE -> state;
        };
    }
}
