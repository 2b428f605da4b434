package dev.sekisho.risk.estate.software;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person of ours says of a vulnerability in software of ours, and until when that counts.
 *
 * @param verdict key under which it is registered
 * @param justification why it is not affected, in the words of VEX; absent of other states
 * @param reason in the person's own words
 * @param overridesProof whether the person knew that a source proves the opposite, and says so all the same
 * @param author who says so
 * @param givenAt when it was said last
 * @param until the last day on which it counts
 */
public record AnalystWord(
        String verdict,
        VexState state,
        @Nullable String justification,
        String reason,
        boolean overridesProof,
        String author,
        Instant givenAt,
        LocalDate until) {

    /** The same of somebody who knew of no proof. */
    AnalystWord withoutProof() {
        return overridesProof
                ? new AnalystWord(verdict, state, justification, reason, false, author, givenAt, until)
                : this;
    }

    boolean countsOn(LocalDate day) {
        return !day.isAfter(until);
    }

    /**
     * What holds once this is said. A clean word against a proof counts only where whoever gave it knew of the proof; else
     * both stand against each other. Who is still looking decides nothing, and calls nothing clean.
     */
    Verdict over(Verdict sources) {
        return switch (state) {
            case AFFECTED -> Verdict.AFFECTED;
            case UNDER_INVESTIGATION -> sources.live() ? sources : Verdict.UNKNOWN;
            case FIXED -> isContradictedBy(sources) ? Verdict.CONFLICT : Verdict.FIXED;
            case NOT_AFFECTED -> isContradictedBy(sources) ? Verdict.CONFLICT : Verdict.NOT_AFFECTED;
        };
    }

    private boolean isContradictedBy(Verdict sources) {
        return !overridesProof && (sources == Verdict.AFFECTED || sources == Verdict.CONFLICT);
    }

    String words(Verdict sources) {
        String said = author + " says " + state + " until " + until
                + (justification == null ? "" : " (" + justification + ")") + ": " + reason;
        return state.clean() && isContradictedBy(sources)
                ? said + " (said without knowledge that a source proves the opposite, which overridesProof would state)"
                : said;
    }
}
