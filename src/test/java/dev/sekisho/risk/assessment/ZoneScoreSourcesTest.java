package dev.sekisho.risk.assessment;

import static dev.sekisho.risk.path.Networks.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sekisho.risk.assessment.ZoneScoreSources.Basin;
import dev.sekisho.risk.assessment.ZoneScoreSources.Source;
import dev.sekisho.risk.path.Networks;
import dev.sekisho.risk.path.Steps;
import dev.sekisho.risk.score.Contribution;
import dev.sekisho.risk.score.Model;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** With one bit a break, a break takes ten points. */
class ZoneScoreSourcesTest {
    private static final Model.RollUp MODEL = new Model.RollUp(1, 2);

    @Test
    void countsWhatIsLeftOfARiskAfterTheBreaksOnItsWay() {
        ZoneScoreSources catchment = catchment(List.of(source("a", 70)), List.of());

        assertThat(catchment.total(into(0))).isEqualTo(70_000);
        assertThat(catchment.total(into(1))).isEqualTo(60_000);
    }

    @Test
    void addsTheOddsOfAllThatFlowsIn() {
        ZoneScoreSources catchment =
                catchment(List.of(source("a", 70), source("b", 60)), List.of(source("c", 60), source("d", 60)));

        assertThat(catchment.total(into(1)))
                .isEqualTo(catchment(List.of(), four(60, 50, 60, 60)).total(into(1)));
        assertThat(catchment(List.of(source("a", 60)), List.of(source("b", 50))).total(into(1)))
                .isEqualTo(60_000);
    }

    @Test
    void losesWhatTheBreaksUseUp() {
        ZoneScoreSources catchment = catchment(List.of(source("a", 10), source("b", 0)), List.of());

        assertThat(catchment.total(into(0))).isEqualTo(10_000);
        assertThat(catchment.total(into(1))).isZero();
        assertThat(catchment.lines(into(1))).isEmpty();
    }

    @Test
    void saysOfEachRiskHowFarItComes() {
        ZoneScoreSources catchment = catchment(List.of(source("a", 70)), List.of(new Source("b", "Line b", 60_000, 2)));

        assertThat(catchment.lines(into(1)))
                .containsExactly(
                        new Contribution("LINK:a", 35_000, "Line a, 1 break away"),
                        new Contribution("LINK:b", 35_000, "Line b, 2 breaks away"));
    }

    @Test
    void showsTheStrongestAndSumsUpTheOthers() {
        ZoneScoreSources catchment = catchment(four(50, 70, 60, 60), List.of(source("e", 60)));

        assertThat(catchment.lines(into(0)))
                .extracting(Contribution::code, Contribution::detail)
                .containsExactly(
                        tuple("LINK:s1", "Line s1, 0 breaks away"),
                        tuple("LINK:s2", "Line s2, 0 breaks away"),
                        tuple("LINK:*", "2 further links"));
        assertThat(sum(catchment.lines(into(0)))).isEqualTo(catchment.total(into(0)));
    }

    @Test
    void findsTheStrongestInWhicheverZoneTheyLand() {
        ZoneScoreSources near = catchment(four(30, 40, 50, 40), List.of(source("e", 60), source("f", 35)));
        ZoneScoreSources far = catchment(four(70, 80, 50, 60), List.of(source("e", 65), source("f", 20)));

        assertThat(near.lines(into(1))).extracting(Contribution::code).containsExactly("LINK:e", "LINK:s2", "LINK:*");
        assertThat(far.lines(into(1))).extracting(Contribution::code).containsExactly("LINK:s1", "LINK:e", "LINK:*");
    }

    @Test
    void namesTheFirstOfThoseThatAreAsStrong() {
        ZoneScoreSources catchment = catchment(List.of(source("x", 60), source("y", 60)), List.of(source("a", 50)));

        assertThat(catchment.lines(into(1)))
                .extracting(Contribution::code)
                .containsExactly("LINK:a", "LINK:x", "LINK:*");
    }

    @Test
    void goesNoFartherThanTheHighestRisk() {
        assertThat(ZoneScoreSources.farthest(MODEL)).isEqualTo(10);
        assertThat(ZoneScoreSources.milliPerBreak(new Model.RollUp(1.5, 2))).isEqualTo(15_000);
    }

    private static int sum(List<Contribution> lines) {
        return lines.stream().mapToInt(Contribution::milliPoints).sum();
    }

    private static List<Source> four(int... points) {
        return IntStream.range(0, points.length)
                .mapToObj(i -> source("s" + i, points[i]))
                .toList();
    }

    private static Source source(String key, int points) {
        return new Source(key, "Line " + key, points * 1000, 0);
    }

    /** Two zones, the second a break behind the first, and what lands in each. */
    @SafeVarargs
    private static ZoneScoreSources catchment(List<Source>... landing) {
        return new ZoneScoreSources(
                Arrays.stream(landing).map(sources -> new Basin(sources, MODEL)).toList(), MODEL);
    }

    private static Steps into(int zone) {
        var target = new BitSet();
        target.set(zone);
        return Networks.of(PLAIN, PLAIN).link(0, 1, "a").build().stepsInto(target, ZoneScoreSources.farthest(MODEL));
    }
}
