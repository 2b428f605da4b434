package dev.sekisho.risk;

import static dev.sekisho.risk.estate.Estates.EVE;
import static dev.sekisho.risk.estate.Estates.mitsubishiPower;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Estates;
import dev.sekisho.risk.estate.LinkState;
import dev.sekisho.risk.estate.UseState;
import dev.sekisho.risk.path.AttackPath;
import dev.sekisho.risk.path.Distance;
import dev.sekisho.risk.score.Models;
import dev.sekisho.risk.score.Reach;
import dev.sekisho.risk.score.Score;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssessmentTest {
    private static final Subject POINT = new Subject(Subject.Kind.CONNECTION_POINT, "msp-point");
    private static final Subject MSP = new Subject(Subject.Kind.THIRD_PARTY, "msp");

    @Test
    void ratesTheUnfilteredLinkCriticalWithoutAnyKnownVulnerability() {
        Assessment assessment = assess(mitsubishiPower());

        assertThat(score(assessment, POINT).milliPoints()).isEqualTo(85_000);
        assertThat(distance(assessment, "office")).isEqualTo(Distance.exactly(1));
        assertThat(distance(assessment, "group-office")).isEqualTo(Distance.exactly(1));
    }

    @Test
    void opensTheWayOnceTheFlawIsKnown() {
        Assessment assessment = assess(mitsubishiPower().withUnfixedFlaw());

        assertThat(score(assessment, POINT).milliPoints()).isEqualTo(95_000);
        assertThat(distance(assessment, "group-office")).isEqualTo(Distance.exactly(0));
        assertThat(assessment.flawsOf("msp-tool-at-unix")).singleElement().satisfies(flaw -> {
            assertThat(flaw.reach()).isEqualTo(Reach.THIRD_PARTY);
            assertThat(flaw.exposed()).isTrue();
            assertThat(flaw.reachableBy()).containsExactly("msp");
            assertThat(flaw.score().milliPoints()).isEqualTo(100_000);
        });
    }

    @Test
    void doesNotClearTheLinkWhenUseStops() {
        Assessment declared = assess(mitsubishiPower().withUnfixedFlaw().withUseStopped(UseState.STOPPED_DECLARED));
        Assessment verified = assess(mitsubishiPower().withUnfixedFlaw().withUseStopped(UseState.STOPPED_VERIFIED));

        assertThat(score(declared, POINT).milliPoints()).isEqualTo(95_000);
        assertThat(score(verified, POINT).milliPoints()).isEqualTo(85_000);
    }

    @Test
    void comesDownBehindFirewalls() {
        Assessment assessment = assess(mitsubishiPower()
                .withUnfixedFlaw()
                .withUseStopped(UseState.STOPPED_VERIFIED)
                .withFirewalls());

        assertThat(score(assessment, POINT).milliPoints()).isLessThan(50_000);
        assertThat(distance(assessment, "office")).isEqualTo(Distance.exactly(1));
        assertThat(distance(assessment, "group-office")).isEqualTo(Distance.exactly(3));
    }

    @Test
    void scoresAVerifiedCutZeroAndRestoresItWhenUndone() {
        Estates estate = mitsubishiPower();
        Score before = score(assess(estate), POINT);
        Score cut = score(assess(estate.withLinkState("msp-point", LinkState.CUT_VERIFIED)), POINT);
        Score declared = score(assess(estate.withLinkState("msp-point", LinkState.CUT_DECLARED)), POINT);
        Score undone = score(assess(estate.withLinkState("msp-point", LinkState.ACTIVE)), POINT);

        assertThat(cut.milliPoints()).isZero();
        assertThat(declared).isEqualTo(before);
        assertThat(undone).isEqualTo(before);
    }

    @Test
    void showsTheWayIn() {
        AttackPath path =
                assess(mitsubishiPower()).routes("msp").to("group-office").orElseThrow();

        assertThat(path.hops()).extracting(hop -> hop.via().key()).containsExactly("msp-point", "office-to-group");
        assertThat(path.breaks()).containsExactly("product:msp-tool");
        assertThat(path.distance()).isEqualTo(Distance.exactly(1));
    }

    @Test
    void carriesRiskOnToZonesAndOrganizations() {
        Assessment assessment = assess(mitsubishiPower());

        assertThat(score(assessment, MSP).milliPoints()).isEqualTo(85_000);
        assertThat(score(assessment, new Subject(Subject.Kind.ZONE, "group-office"))
                        .milliPoints())
                .isEqualTo(70_000);
        assertThat(score(assessment, new Subject(Subject.Kind.ORGANIZATION, "group-co"))
                        .milliPoints())
                .isEqualTo(70_000);
        assertThat(score(assessment, new Subject(Subject.Kind.ORGANIZATION, "mhi"))
                        .milliPoints())
                .isZero();
        assertThat(assessment.portfolio().score().milliPoints()).isEqualTo(85_000);
    }

    @Test
    void everyScoreIsTheSumOfItsLines() {
        assertThat(assess(mitsubishiPower().withUnfixedFlaw()).scores().values())
                .allSatisfy(score -> {
                    assertThat(score.milliPoints()).isBetween(0, 100_000);
                    assertThat(score.lowMilli()).isBetween(0, score.milliPoints());
                    assertThat(score.highMilli()).isBetween(score.milliPoints(), 100_000);
                });
    }

    @Test
    void saysHowFarEveryOrganizationIs() {
        Assessment assessment = assess(mitsubishiPower());

        assertThat(assessment.contagion("msp"))
                .containsEntry("mhps", Distance.exactly(1))
                .containsEntry("group-co", Distance.exactly(1));
    }

    private static Distance distance(Assessment assessment, String zone) {
        return assessment.routes("msp").distance(zone);
    }

    private static Score score(Assessment assessment, Subject subject) {
        return assessment.score(subject).orElseThrow();
    }

    private static Assessment assess(Estates estate) {
        return Assessment.of(estate.build(), EVE, Models.CURRENT, List.of(), null);
    }
}
