package dev.sekisho.matching.product;

import dev.sekisho.matching.published.Source;
import dev.sekisho.matching.version.VersionInName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one source says of the installed version and how that was read.
 *
 * @param range as written
 * @param comparison the comparison made, in words
 * @param fixVersion the first repaired version named for this line of versions
 * @param dated when its source said so, by its own word; null where it does not say
 * @param weight how it is weighed against what others say
 * @param gap why it is UNKNOWN; absent where it is not, or where nobody can tell why
 */
public record MatchEvidence(
        Origin origin,
        MatchAnswer answer,
        String range,
        String comparison,
        @Nullable String fixVersion,
        @Nullable Instant dated,
        Weight weight,
        @Nullable Gap gap) {

    /** How a word is weighed against others. */
    public enum Weight {
        /** One word among others; where it is UNKNOWN the source only leaves the version open, and others may settle it. */
        ONE_OF_MANY,
        /** UNKNOWN about this very version: the source may well mean it, and nobody's clean word settles that. */
        DOUBTS,
        /** Said of exactly this product and version by whoever looked at it (VEX): it decides. */
        DECIDES
    }

    /**
     * Where it is said.
     *
     * @param sourceName who, such as {@code fortinet} or {@code CISA-ADP}
     */
    public record Origin(Source source, String sourceName, String recordId) {}

    public MatchEvidence(
            Origin origin, MatchAnswer answer, String range, String comparison, @Nullable String fixVersion) {
        this(origin, answer, range, comparison, fixVersion, null, Weight.ONE_OF_MANY, null);
    }

    public Source source() {
        return origin.source();
    }

    public String sourceName() {
        return origin.sourceName();
    }

    public String recordId() {
        return origin.recordId();
    }

    MatchEvidence said(@Nullable Instant time) {
        return new MatchEvidence(origin, answer, range, comparison, fixVersion, time, weight, gap);
    }

    MatchEvidence weighing(Weight other) {
        return new MatchEvidence(origin, answer, range, comparison, fixVersion, dated, other, gap);
    }

    /** The same where that is why it is UNKNOWN. */
    MatchEvidence open(Gap why) {
        return new MatchEvidence(origin, answer, range, comparison, fixVersion, dated, weight, why);
    }

    /** What it calls clean may be another version than the one whose name bears a number. */
    MatchEvidence doubtedFor(VersionInName numbered) {
        String words = comparison + ", but whether versions are counted as in the name \"" + numbered.name() + " "
                + numbered.number() + "\" is not known";
        return new MatchEvidence(
                origin, MatchAnswer.UNKNOWN, range, words, fixVersion, dated, Weight.DOUBTS, Gap.VERSION_SPELLING);
    }

    /** UNKNOWN because the source cannot decide: nothing more that we said of what is installed would settle it. */
    public boolean possible() {
        return gap != null && gap.isOfSource();
    }
}
