package dev.sekisho.matching.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.matching.product.MatchEvidence.Weight;
import dev.sekisho.matching.published.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the words of several sources are weighed. */
class JudgementTest {
    @ParameterizedTest
    @CsvSource({
        "AFFECTED, NOT_AFFECTED, CONFLICT",
        "AFFECTED, FIXED, CONFLICT",
        "AFFECTED, UNKNOWN, AFFECTED",
        "CONFLICT, NOT_AFFECTED, CONFLICT",
        "CONFLICT, UNKNOWN, CONFLICT",
        "NOT_AFFECTED, FIXED, FIXED",
        "UNKNOWN, UNKNOWN, UNKNOWN"
    })
    void letsTheLessSafeWordCountWhoeverSpokeFirst(MatchAnswer one, MatchAnswer other, MatchAnswer expected) {
        assertThat(judged(says(one), says(other))).isEqualTo(expected);
        assertThat(judged(says(other), says(one))).isEqualTo(expected);
    }

    @Test
    void doesNotLetSilenceOutvoteASourceThatLooked() {
        assertThat(judged(says(MatchAnswer.UNKNOWN), says(MatchAnswer.NOT_AFFECTED)))
                .isEqualTo(MatchAnswer.NOT_AFFECTED);
        assertThat(judged(says(MatchAnswer.UNKNOWN), says(MatchAnswer.FIXED))).isEqualTo(MatchAnswer.FIXED);
    }

    @ParameterizedTest
    @CsvSource({"NOT_AFFECTED, UNKNOWN", "FIXED, UNKNOWN", "AFFECTED, AFFECTED", "CONFLICT, CONFLICT"})
    void letsDoubtAboutThisVeryVersionOutvoteACleanWord(MatchAnswer other, MatchAnswer expected) {
        MatchEvidence doubt = says(MatchAnswer.UNKNOWN).weighing(Weight.DOUBTS);

        assertThat(judged(doubt, says(other))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-01T00:00:00Z, 2026-01-01T00:00:00Z, NOT_AFFECTED",
        "2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z, NOT_AFFECTED",
        "2026-01-01T00:00:00Z, 2026-02-01T00:00:00Z, CONFLICT",
        "2026-01-01T00:00:00Z, , CONFLICT",
        ", 2026-01-01T00:00:00Z, CONFLICT"
    })
    void letsVexDecideUntilANewerRecordContradictsIt(
            @Nullable Instant vex, @Nullable Instant record, MatchAnswer expected) {
        MatchEvidence decides = says(MatchAnswer.NOT_AFFECTED).said(vex).weighing(Weight.DECIDES);

        assertThat(judged(decides, says(MatchAnswer.AFFECTED).said(record))).isEqualTo(expected);
    }

    @Test
    void takesTheLatestOfSeveralVexStatements() {
        MatchEvidence before = says(MatchAnswer.NOT_AFFECTED)
                .said(Instant.parse("2026-01-01T00:00:00Z"))
                .weighing(Weight.DECIDES);
        MatchEvidence after = says(MatchAnswer.AFFECTED)
                .said(Instant.parse("2026-01-02T00:00:00Z"))
                .weighing(Weight.DECIDES);

        assertThat(judged(before, after)).isEqualTo(MatchAnswer.AFFECTED);
    }

    private static MatchAnswer judged(MatchEvidence... evidence) {
        var all = new ArrayList<>(List.of(evidence));
        MatchAnswer answer = Judgement.of(all).answer();
        Collections.reverse(all);
        assertThat(Judgement.of(all).answer()).isEqualTo(answer);
        return answer;
    }

    private static MatchEvidence says(MatchAnswer answer) {
        return new MatchEvidence(new MatchEvidence.Origin(Source.NVD, "NVD", "CVE-2031-0001"), answer, "", "", null);
    }
}
