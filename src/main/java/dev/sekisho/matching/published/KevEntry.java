package dev.sekisho.matching.published;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the catalogue of known exploited vulnerabilities.
 *
 * @param ransomware whether ransomware campaigns are known to use it; null where the catalogue does not know
 * @param forensicTriage whether the catalogue demands a look for traces of an intrusion as well; null where it does not say
 */
public record KevEntry(
        String cveId,
        String vendor,
        String product,
        AdvisoryRecord.Wording wording,
        LocalDate dateAdded,
        @Nullable LocalDate dueDate,
        @Nullable Boolean ransomware,
        @Nullable Boolean forensicTriage) {

    /** The catalogue has entries due before they were added; such a date is kept and not worked with. */
    public boolean isDueBeforeAdded() {
        return dueDate != null && dueDate.isBefore(dateAdded);
    }
}
