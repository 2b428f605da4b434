package dev.sekisho.risk.score;

import static dev.sekisho.risk.score.Case.edi;
import static dev.sekisho.risk.score.Case.firewalled;
import static dev.sekisho.risk.score.Case.mitsubishi;
import static dev.sekisho.risk.score.Case.rmm;
import static dev.sekisho.risk.score.Case.screenConnect;
import static dev.sekisho.risk.score.Case.wellRun;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LinkRiskTest {

    static Stream<Arguments> replays() {
        return Stream.of(
                Arguments.of("Mitsubishi Power, before", mitsubishi().reaching(1, 90, 85), 85.0, "FLOOR.F1"),
                Arguments.of(
                        "the flaw becomes known", mitsubishi().withUnfixedFlaw().reaching(0, 90, 85), 95.0, "FLOOR.F2"),
                Arguments.of("use stopped only", mitsubishi().reaching(1, 90, 85), 85.0, "FLOOR.F1"),
                Arguments.of("+ firewall, monitoring", firewalled().reaching(3, 90, 85), 17.8, "C.CONSEQUENCE"),
                Arguments.of("RMM vendor, before", rmm().reaching(1, 95), 60.0, "FLOOR.F6"),
                Arguments.of(
                        "RMM vendor, day 0",
                        rmm().withExploitedUnfixedFlaw().compromised().reaching(0, 95),
                        100.0,
                        "FLOOR.F3"),
                Arguments.of("ScreenConnect, 7 days overdue", screenConnect().reaching(0, 90), 80.0, "FLOOR.F4"),
                Arguments.of("ordinary EDI link", edi().reaching(2, 70), 29.5, "C.CONSEQUENCE"),
                Arguments.of("well-run vendor link", wellRun().reaching(3, 50), 2.0, "C.CONSEQUENCE"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("replays")
    void replaysTheReferenceCases(String name, Case given, double expected, String lastLine) {
        LinkRisk risk = given.risk();

        assertThat(risk.milliPoints() / 1000.0).isCloseTo(expected, within(0.1));
        assertThat(risk.lines()).last().extracting(Contribution::code).isEqualTo(lastLine);
        assertThat(risk.lines().stream().mapToInt(Contribution::milliPoints).sum())
                .isEqualTo(risk.milliPoints());
    }

    @Test
    void sharesVulnerabilityAmongItsCauses() {
        LinkRisk risk = wellRun()
                .withCause("CVE-1@a", 50_000)
                .withCause("CVE-2@b", 50_000)
                .risk();

        assertThat(risk.lines())
                .filteredOn(line -> line.code().startsWith("V."))
                .extracting(Contribution::milliPoints)
                .containsExactly(7_500, 7_500);
    }

    @Test
    void leavesAssuranceOutBetweenOurOwnZones() {
        LinkRisk risk = wellRun().betweenZones().risk();

        assertThat(risk.lines()).noneMatch(line -> line.code().startsWith("A."));
    }

    @Test
    void keepsTheHighestFloorOnly() {
        LinkRisk risk =
                mitsubishi().withUnfixedFlaw().compromised().reaching(0, 90).risk();

        assertThat(risk.lines())
                .filteredOn(line -> line.code().startsWith("FLOOR."))
                .extracting(Contribution::code)
                .containsExactly("FLOOR.F3");
    }

    @Test
    void leavesOutAFloorThatLiesBelowTheSum() {
        LinkRisk risk = mitsubishi()
                .withUnfixedFlaw()
                .withWeakPrivilege()
                .reaching(0, 100)
                .risk();

        assertThat(risk.lines()).noneMatch(line -> line.code().equals("FLOOR.F5"));
    }

    @Test
    void admitsWhatUnknownRatingsMayCost() {
        LinkRisk known = wellRun().risk();
        LinkRisk unknown = wellRun().withoutRating().risk();

        assertThat(known.highMilli()).isEqualTo(known.milliPoints());
        assertThat(unknown.highMilli()).isEqualTo(unknown.milliPoints() + 750);
    }

    @Test
    void admitsWhatUnknownsOfSoftwareMayCost() {
        LinkRisk risk = wellRun().withCause("CVE-1@a", 50_000, 70_000).risk();

        assertThat(risk.highMilli()).isEqualTo(risk.milliPoints() + 5_000);
        assertThat(wellRun()
                        .withoutRating()
                        .withCause("CVE-1@a", 50_000, 70_000)
                        .risk()
                        .highMilli())
                .isEqualTo(wellRun()
                                .withoutRating()
                                .withCause("CVE-1@a", 50_000)
                                .risk()
                                .highMilli()
                        + 5_000);
    }

    @Test
    void scoresADownLinkZero() {
        assertThat(LinkRisk.DOWN.milliPoints()).isZero();
        assertThat(LinkRisk.DOWN.lines()).isEmpty();
    }
}
