package dev.sekisho.risk.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.software.Advisory;
import dev.sekisho.risk.estate.software.Exploitation;
import dev.sekisho.risk.estate.software.Hazard;
import dev.sekisho.risk.estate.software.Impact;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Verdict;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final LocalDate START = TODAY.minusDays(20);

    @ParameterizedTest
    @CsvSource({
        "false, false, false, PARTIAL, , false",
        "false, true, false, PARTIAL, 60, false",
        "false, false, true, PARTIAL, 60, false",
        "false, false, false, TOTAL, , false",
        "false, true, true, PARTIAL, 14, false",
        "false, true, false, TOTAL, 14, false",
        "false, false, true, TOTAL, 60, false",
        "false, true, true, TOTAL, 3, false",
        "true, false, false, PARTIAL, 14, false",
        "true, true, false, PARTIAL, 14, false",
        "true, false, true, PARTIAL, 14, false",
        "true, false, false, TOTAL, 14, false",
        "true, true, true, PARTIAL, 3, false",
        "true, true, false, TOTAL, 3, true",
        "true, false, true, TOTAL, 3, true",
        "true, true, true, TOTAL, 3, true",
        "true, true, true, UNKNOWN, 3, true",
        "true, true, , TOTAL, 3, true"
    })
    void readsTheTable(
            boolean exploited,
            boolean exposed,
            @Nullable Boolean automatable,
            Impact impact,
            @Nullable Integer days,
            boolean triage) {
        Deadline deadline = worst(advisory(exploited, automatable, impact, START), fixed(START), exposed);

        assertThat(deadline.due()).isEqualTo(days == null ? null : START.plusDays(days));
        assertThat(deadline.triage()).isEqualTo(triage);
        assertThat(deadline.daysOverdue()).isEqualTo(days == null ? 0 : Math.max(0, 20 - days));
    }

    @ParameterizedTest
    @CsvSource({
        "true, false, KEV",
        "true, true, 'deadline table, KEV'",
        "false, true, deadline table",
        "false, false, ''"
    })
    void asksForTriageWhereTheTableOrTheCatalogueDoes(boolean demanded, boolean exposed, String by) {
        var evidence = new Exploitation("KEV", START, null, false, demanded ? List.of("KEV") : List.of());
        var advisory = advisory(false, false, Impact.TOTAL, START);
        Deadline deadline = worst(advisory.with(advisory.hazard().with(evidence)), fixed(START), exposed);

        assertThat(String.join(", ", deadline.triageBy())).isEqualTo(by);
        assertThat(deadline.triage()).isEqualTo(!by.isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "9, 5, 7, 7",
                "9, 7, 5, 7",
                "5, 7, 9, 5",
                "9, 7, -, 7",
                "9, -, 7, 9",
                "-, -, 7, -",
                "9, -, -, 9",
                "-, 7, 9, 9",
                "-, -, -, -"
            },
            nullValues = "-")
    void countsFromTheFirstWordOfItButNotFromBeforeTheFix(
            @Nullable Integer fix, @Nullable Integer known, @Nullable Integer exploited, @Nullable Integer start) {
        var used = new Exploitation("OWN", ago(exploited), null, false);
        var advisory = new Advisory(
                "CVE-1", "t", "CVE-1", true, new Hazard(5.0, .1, false, used, true, Impact.TOTAL), ago(known));

        assertThat(worst(advisory, fixed(ago(fix)), true).clockStart()).isEqualTo(ago(start));
    }

    private static @Nullable LocalDate ago(@Nullable Integer days) {
        return days == null ? null : TODAY.minusDays(days);
    }

    @Test
    void asksForADecisionWithinADayWhereThereIsNoFix() {
        Deadline deadline = worst(advisory(false, false, Impact.PARTIAL, START), unfixed(), false);

        assertThat(deadline.due()).isEqualTo(START.plusDays(1));
        assertThat(deadline.row()).startsWith("no fix");
    }

    @Test
    void countsAsLongOverdueWhatNobodyDated() {
        Deadline deadline = worst(advisory(true, true, Impact.TOTAL, null), fixed(null), true);

        assertThat(deadline.overdue()).isTrue();
        assertThat(deadline.clockStart()).isNull();
        assertThat(deadline.row()).contains("not dated");
    }

    @Test
    void startsTodayAtBestWhereADateIsMissing() {
        var best = new Deadlines(Models.CURRENT, TODAY, Completion.BEST);

        assertThat(best.of(advisory(true, true, Impact.TOTAL, null), fixed(START), true)
                        .clockStart())
                .isEqualTo(TODAY);
        assertThat(best.of(advisory(true, true, Impact.TOTAL, START), fixed(null), true)
                        .clockStart())
                .isEqualTo(TODAY);
        assertThat(best.of(advisory(true, true, Impact.TOTAL, START), unfixed(), true)
                        .clockStart())
                .isEqualTo(START);
    }

    @Test
    void startsNoClockAtTheDateOfAFixThatIsNone() {
        var withdrawn = new Match("i", "CVE-1", Verdict.AFFECTED, "range", null, TODAY);

        assertThat(worst(advisory(false, true, Impact.TOTAL, START), withdrawn, true)
                        .clockStart())
                .isEqualTo(START);
    }

    @Test
    void saysInWordsWhichRowApplied() {
        assertThat(worst(advisory(true, true, Impact.TOTAL, START), fixed(START), true)
                        .row())
                .isEqualTo("exploited, exposed, automatable, total impact: 3 days and triage");
        assertThat(worst(advisory(false, false, Impact.PARTIAL, START), fixed(START), false)
                        .row())
                .isEqualTo("not exploited, not exposed, not automatable, partial impact: next upgrade");
    }

    private static Deadline worst(Advisory advisory, Match match, boolean exposed) {
        return new Deadlines(Models.CURRENT, TODAY, Completion.WORST).of(advisory, match, exposed);
    }

    private static Advisory advisory(
            boolean exploited, @Nullable Boolean automatable, Impact impact, @Nullable LocalDate knownOn) {
        Exploitation evidence = exploited ? new Exploitation("OWN", null, null, false) : null;
        return new Advisory(
                "CVE-1", "t", "CVE-1", true, new Hazard(5.0, .1, false, evidence, automatable, impact), knownOn);
    }

    private static Match fixed(@Nullable LocalDate since) {
        return new Match("i", "CVE-1", Verdict.AFFECTED, "range", "2", since);
    }

    private static Match unfixed() {
        return new Match("i", "CVE-1", Verdict.AFFECTED, "range", null, null);
    }
}
