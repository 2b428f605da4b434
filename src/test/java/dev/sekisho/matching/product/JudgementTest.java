package dev.sekisho.matching.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.matching.product.Evidence.Weight;
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
    void letsTheLessSafeWordCountWhoeverSpokeFirst(Answer one, Answer other, Answer expected) {
        assertThat(judged(says(one), says(other))).isEqualTo(expected);
        assertThat(judged(says(other), says(one))).isEqualTo(expected);
    }

    @Test
    void doesNotLetSilenceOutvoteASourceThatLooked() {
        assertThat(judged(says(Answer.UNKNOWN), says(Answer.NOT_AFFECTED))).isEqualTo(Answer.NOT_AFFECTED);
        assertThat(judged(says(Answer.UNKNOWN), says(Answer.FIXED))).isEqualTo(Answer.FIXED);
    }

    @ParameterizedTest
    @CsvSource({"NOT_AFFECTED, UNKNOWN", "FIXED, UNKNOWN", "AFFECTED, AFFECTED", "CONFLICT, CONFLICT"})
    void letsDoubtAboutThisVeryVersionOutvoteACleanWord(Answer other, Answer expected) {
        Evidence doubt = says(Answer.UNKNOWN).weighing(Weight.DOUBTS);

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
    void letsVexDecideUntilANewerRecordContradictsIt(@Nullable Instant vex, @Nullable Instant record, Answer expected) {
        Evidence decides = says(Answer.NOT_AFFECTED).said(vex).weighing(Weight.DECIDES);

        assertThat(judged(decides, says(Answer.AFFECTED).said(record))).isEqualTo(expected);
    }

    @Test
    void takesTheLatestOfSeveralVexStatements() {
        Evidence before = says(Answer.NOT_AFFECTED)
                .said(Instant.parse("2026-01-01T00:00:00Z"))
                .weighing(Weight.DECIDES);
        Evidence after = says(Answer.AFFECTED)
                .said(Instant.parse("2026-01-02T00:00:00Z"))
                .weighing(Weight.DECIDES);

        assertThat(judged(before, after)).isEqualTo(Answer.AFFECTED);
    }

    private static Answer judged(Evidence... evidence) {
        var all = new ArrayList<>(List.of(evidence));
        Answer answer = Judgement.of(all).answer();
        Collections.reverse(all);
        assertThat(Judgement.of(all).answer()).isEqualTo(answer);
        return answer;
    }

    private static Evidence says(Answer answer) {
        return new Evidence(Source.NVD, "NVD", "CVE-2031-0001", answer, "", "", null);
    }
}
