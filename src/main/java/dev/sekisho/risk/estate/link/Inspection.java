package dev.sekisho.risk.estate.link;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Somebody looked at the filter of a link.
 *
 * @param evidenced whether there is anything to show for it
 * @param nextDueOn when the next inspection is due; absent means a validity period after this one
 * @param recordedAt which of two on one day is the newer
 */
public record Inspection(
        LocalDate date,
        InspectionOutcome outcome,
        boolean evidenced,
        @Nullable LocalDate nextDueOn,
        Instant recordedAt) implements Comparable<Inspection> {

    private static final Comparator<Inspection> OLDEST_FIRST = Comparator.comparing(Inspection::date)
            .thenComparing(Inspection::recordedAt)
            .thenComparing(Inspection::outcome);

    /** Good news needs evidence, bad news does not. */
    public boolean counts() {
        return switch (outcome) {
            case FILTERED, PARTLY -> evidenced;
            case NOT_FILTERED -> true;
            case NOT_ASSESSABLE -> false;
        };
    }

    /** Older before newer; of two recorded at once the worse is the newer. */
    @Override
    public int compareTo(Inspection other) {
        return OLDEST_FIRST.compare(this, other);
    }
}
