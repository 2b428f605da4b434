package dev.sekisho.risk.assessment;

import static dev.sekisho.risk.estate.Estates.EVE;
import static dev.sekisho.risk.estate.Estates.mitsubishiPower;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Estates;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.ThirdPartyKind;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.InstalledVersion;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.Use;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.path.AttackPath;
import dev.sekisho.risk.path.Distance;
import dev.sekisho.risk.path.Target;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.score.Band;
import dev.sekisho.risk.score.Contribution;
import dev.sekisho.risk.score.Loss;
import dev.sekisho.risk.score.Models;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.score.Reach;
import dev.sekisho.risk.score.Score;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AssessmentTest {
    private static final Subject POINT = new Subject(Subject.Kind.CONNECTION_POINT, "msp-point");
    private static final Subject LINK = new Subject(Subject.Kind.ZONE_LINK, "office-to-group");
    private static final Subject MSP = new Subject(Subject.Kind.THIRD_PARTY, "msp");

    @Test
    void ratesTheUnfilteredLinkCriticalWithoutAnyKnownVulnerability() {
        Assessment assessment = assess(mitsubishiPower());

        assertThat(score(assessment, POINT).band()).isEqualTo(Band.CRITICAL);
        assertThat(assessment.liveFlaws()).isEmpty();
        assertThat(distance(assessment, "office")).isEqualTo(Distance.exactly(1));
        assertThat(distance(assessment, "group-office")).isEqualTo(Distance.exactly(1));
    }

    @Test
    void opensTheWayOnceTheFlawIsKnown() {
        Assessment assessment = assess(mitsubishiPower().withUnfixedFlaw());

        assertThat(score(assessment, POINT).milliPoints()).isEqualTo(100_000);
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

        assertThat(score(declared, POINT).milliPoints()).isEqualTo(100_000);
        assertThat(score(verified, POINT)).isEqualTo(score(assess(mitsubishiPower()), POINT));
    }

    @Test
    void comesDownBehindFirewalls() {
        Assessment assessment = assess(mitsubishiPower()
                .withUnfixedFlaw()
                .withUseStopped(UseState.STOPPED_VERIFIED)
                .withFirewalls());

        assertThat(score(assessment, POINT).milliPoints())
                .isLessThan(score(assess(mitsubishiPower()), POINT).milliPoints() - 20_000);
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
        assertThat(path.breaks()).containsExactly("own:connection-point:msp-point");
        assertThat(path.distance()).isEqualTo(Distance.exactly(1));
    }

    @Test
    void carriesRiskOnToZonesAndOrganizations() {
        Assessment assessment = assess(mitsubishiPower());
        int both = score(assessment, MSP).milliPoints();
        int group = score(assessment, new Subject(Subject.Kind.ZONE, "group-office"))
                .milliPoints();
        int office = score(assessment, new Subject(Subject.Kind.ZONE, "office")).milliPoints();

        assertThat(both).isEqualTo(score(assessment, POINT).milliPoints());
        assertThat(Loss.combine(group, office)).isEqualTo(both);
        assertThat(score(assessment, new Subject(Subject.Kind.ORGANIZATION, "group-co"))
                        .milliPoints())
                .isEqualTo(group);
        assertThat(score(assessment, new Subject(Subject.Kind.ORGANIZATION, "mhi"))
                        .milliPoints())
                .isZero();
        assertThat(score(assessment, LINK).milliPoints()).isEqualTo(group);
        assertThat(assessment.portfolio().score().milliPoints()).isEqualTo(both);
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

    @Test
    void isAFunctionOfWhatItWasMadeFrom() {
        Estate estate = mitsubishiPower().build();
        Assessment assessment = Assessment.of(estate, EVE, Models.CURRENT, List.of(), null);

        assertThat(assessment.estate()).isSameAs(estate);
        assertThat(assessment.today()).isEqualTo(EVE);
        assertThat(assessment.model()).isSameAs(Models.CURRENT);
    }

    @Test
    void scoresEverySubjectAsItListsIt() {
        Assessment assessment = assess(mitsubishiPower());

        assertThat(assessment.scores().keySet())
                .extracting(Subject::kind)
                .containsExactly(
                        Subject.Kind.PORTFOLIO,
                        Subject.Kind.ORGANIZATION,
                        Subject.Kind.ORGANIZATION,
                        Subject.Kind.ORGANIZATION,
                        Subject.Kind.THIRD_PARTY,
                        Subject.Kind.CONNECTION_POINT,
                        Subject.Kind.ZONE_LINK,
                        Subject.Kind.ZONE,
                        Subject.Kind.ZONE);
        assertThat(assessment.scores())
                .allSatisfy((subject, score) ->
                        assertThat(assessment.score(subject)).hasValue(score));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PORTFOLIO")
    void scoresNothingThatIsNotThere(Subject.Kind kind) {
        assertThat(assess(mitsubishiPower()).score(new Subject(kind, "no such")))
                .isEmpty();
    }

    @Test
    void addsUpThePortfolioAndKnowsTheMean() {
        Assessment alone = assess(mitsubishiPower());
        Assessment withAnother =
                assess(mitsubishiPower().with(b -> b.add(Estates.thirdParty("idle", ThirdPartyKind.VENDOR))));

        assertThat(withAnother.portfolio().score()).isEqualTo(alone.portfolio().score());
        assertThat(alone.portfolio().mean()).isEqualTo(score(alone, MSP).milliPoints() / 1000.0);
        assertThat(withAnother.portfolio().mean()).isCloseTo(alone.portfolio().mean() / 2, within(.001));
    }

    @Test
    void tellsAThirdPartyAsOneStoryAndThePortfolioByWhoDrivesIt() {
        Assessment assessment = assess(mitsubishiPower());

        assertThat(score(assessment, MSP).contributions())
                .extracting(Contribution::code)
                .contains("CONSEQUENCE", "BREAK.1", "BASE", "E.FILTER", "A.CLAUSES", "INNER", "BREADTH");
        assertThat(assessment.portfolio().score().contributions())
                .containsExactly(new Contribution(
                        "THIRD_PARTY:msp", assessment.portfolio().score().milliPoints(), "msp"));
    }

    @Test
    void listsTheFlawsThatAreLive() {
        assertThat(assess(mitsubishiPower().withUnfixedFlaw()).liveFlaws())
                .extracting(flaw -> flaw.advisory().key())
                .containsExactly("OWN-1");
        assertThat(assess(mitsubishiPower().withUnfixedFlaw().withUseStopped(UseState.STOPPED_VERIFIED))
                        .liveFlaws())
                .isEmpty();
    }

    @Test
    void knowsTheFlawsOfOneInstallationAmongOthers() {
        Assessment assessment = assess(mitsubishiPower()
                .withUnfixedFlaw()
                .with(b -> b.add(new Installation(
                        "other",
                        "Other",
                        "msp-tool",
                        new InstalledVersion("4.2", EVE),
                        new Place(Place.Kind.ASSET, "msp-unix"),
                        new Use(UseState.IN_USE, EVE),
                        List.of()))));

        assertThat(assessment.flawsOf("msp-tool-at-unix")).hasSize(1);
        assertThat(assessment.flawsOf("other")).isEmpty();
        assertThat(assessment.flawsOf("no such")).isEmpty();
    }

    @Test
    void knowsWhatHoldsAtALink() {
        Assessment assessment = assess(mitsubishiPower());

        assertThat(assessment.posture(POINT).map(Posture::filter)).hasValue(FilterState.NONE);
        assertThat(assessment.posture(LINK).map(Posture::unfiltered)).hasValue(true);
        assertThat(assessment.posture(MSP)).isEmpty();
        assertThat(assessment.posture(new Subject(Subject.Kind.ZONE_LINK, "no such")))
                .isEmpty();
    }

    @Test
    void knowsTheSituationOfALinkThatIsUp() {
        assertThat(assess(mitsubishiPower()).situation(POINT)).hasValueSatisfying(situation -> {
            assertThat(situation.link().key()).isEqualTo("msp-point");
            assertThat(situation.crowns()).extracting(Target::name).containsExactly("office", "group-office");
            assertThat(situation.otherOrganizations()).containsOnly(entry("group-co", Distance.exactly(1)));
        });
        assertThat(assess(mitsubishiPower().withLinkState("msp-point", LinkState.CUT_VERIFIED))
                        .situation(POINT))
                .isEmpty();
    }

    @Test
    void namesNoOtherOrganizationWhereOnlyItsOwnIsNear() {
        assertThat(assess(mitsubishiPower()).situation(LINK))
                .hasValueSatisfying(
                        situation -> assertThat(situation.otherOrganizations()).isEmpty());
        assertThat(assess(mitsubishiPower().withFirewalls()).situation(LINK))
                .hasValueSatisfying(
                        situation -> assertThat(situation.otherOrganizations()).isEmpty());
    }

    @Test
    void saysWhatALinkOpens() {
        assertThat(assess(mitsubishiPower().withUnfixedFlaw()).opening(POINT)).hasValueSatisfying(opening -> {
            assertThat(opening.zones()).containsExactly("group-office", "office");
            assertThat(opening.organizations()).containsExactly("group-co", "mhps");
            assertThat(opening.distances()).containsEntry("mhps", Distance.exactly(0));
        });
        assertThat(assess(mitsubishiPower()).opening(POINT))
                .hasValueSatisfying(opening -> assertThat(opening.zones()).isEmpty());
        assertThat(assess(mitsubishiPower().withLinkState("msp-point", LinkState.RETIRED))
                        .opening(POINT))
                .isEmpty();
    }

    @Test
    void showsEverySituationToTheRules() {
        Assessment assessment =
                Assessment.of(mitsubishiPower().withUnfixedFlaw().build(), EVE, Models.CURRENT, EchoRules.ALL, null);

        assertThat(assessment.findings())
                .extracting(Finding::detail)
                .satisfiesExactly(
                        point -> assertThat(point).contains("ConnectionPoint[key=msp-point", "Flaw[", "{group-co="),
                        link -> assertThat(link).contains("ZoneLink[key=office-to-group"),
                        software -> assertThat(software).contains("Installation[key=msp-tool-at-unix", "Flaw["),
                        party -> assertThat(party)
                                .contains(
                                        "ThirdParty[key=msp",
                                        "[ConnectionPoint[key=msp-point",
                                        "[group-office, office]"),
                        zone -> assertThat(zone)
                                .contains("Zone[key=group-office")
                                .endsWith("false, []]"),
                        zone -> assertThat(zone).contains("Zone[key=office").endsWith("true, []]"),
                        asset -> assertThat(asset).contains("Asset[key=msp-unix", "ConnectionPoint[key=msp-point"),
                        product -> assertThat(product)
                                .contains("Product[key=msp-tool")
                                .endsWith("[]]"));
        assertThat(assessment.findingGroups()).flatExtracting(group -> group).isEqualTo(assessment.findings());
    }

    @Test
    void showsWhichCrownJewelsHangOnAProduct() {
        Assessment assessment = Assessment.of(mitsubishiPower().build(), EVE, Models.CURRENT, EchoRules.ALL, null);

        assertThat(assessment.findings())
                .last()
                .satisfies(product -> assertThat(product.detail())
                        .contains("Product[key=msp-tool")
                        .endsWith("[group-office, office]]"));
    }

    @Test
    void countsAZoneAsACrownJewelFromEightyOn() {
        Estates estates = mitsubishiPower()
                .with(b -> b.add(Estates.zone("office", "mhps", "10.1.0.0/16", 80))
                        .add(Estates.zone("group-office", "group-co", "10.2.0.0/16", 79)));
        Assessment assessment = Assessment.of(estates.build(), EVE, Models.CURRENT, EchoRules.ALL, null);

        assertThat(assessment.findings())
                .extracting(Finding::detail)
                .anyMatch(detail -> detail.contains("ThirdParty[key=msp") && detail.endsWith("[office]]"));
    }

    @Test
    void showsNoLinkThatIsDownToTheRules() {
        Assessment assessment = Assessment.of(
                mitsubishiPower()
                        .withLinkState("msp-point", LinkState.CUT_VERIFIED)
                        .build(),
                EVE,
                Models.CURRENT,
                EchoRules.ALL,
                null);

        assertThat(assessment.findings())
                .extracting(Finding::detail)
                .noneMatch(detail -> detail.contains("ConnectionPoint[key=msp-point"))
                .as("over its software it still comes")
                .anyMatch(detail ->
                        detail.contains("ThirdParty[key=msp") && detail.endsWith("[], [group-office, office]]"))
                .anyMatch(detail -> detail.contains("Zone[key=office") && detail.endsWith("false, []]"));
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
