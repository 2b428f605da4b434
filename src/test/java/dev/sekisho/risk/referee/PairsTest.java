package dev.sekisho.risk.referee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Agreement;
import dev.sekisho.risk.estate.Clause;
import dev.sekisho.risk.estate.DueDiligence;
import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.ThirdPartyState;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.Access;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Filtering;
import dev.sekisho.risk.estate.link.LinkTerms;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.estate.link.Transport;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.score.Score;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of two is worse, where any security architect knows at sight: section 10 of the model's description. */
class PairsTest {
    private static final double MARGIN = 2;
    private static final Subject CROWN = new Subject(Subject.Kind.ZONE, "crown");
    private static final Subject COMPANY = new Subject(Subject.Kind.ORGANIZATION, "company");
    private static final Subject MAKER = new Subject(Subject.Kind.THIRD_PARTY, "maker");
    private static final RuleSet DENY = RuleSet.of();
    private static final RuleSet RDP = RuleSet.of(Rule.permit().to("10.0.1.7").tcp("3389"));

    @Test
    void anExploitedFlawBehindAFilterIsWorseThanNoFilterWithNothingKnown() {
        assertWorse(
                ordinary().into("crown").flaw("erp").score(),
                ordinary().into("crown").filter(FilterState.NONE).score());
    }

    @Test
    void aPortalFlatToACrownIsWorseThanPrivilegeInTimeAndThatThanPrivilegeInALab() {
        double flat = ordinary().innerFilter(FilterState.NONE).score();
        double inTime = inTime(ordinary()).score();
        double lab = ordinary()
                .zone("lab", 0)
                .into("lab")
                .point(point -> point.withRights(true))
                .terms(terms -> terms.with(Authentication.SINGLE_FACTOR))
                .score();

        assertWorse(flat, inTime);
        assertWorse(inTime, lab);
    }

    @Test
    void remoteDesktopFromTheInternetIsWorseThanPrivilegeInTime() {
        double desktop = ordinary()
                .into("crown")
                .rules(RDP)
                .terms(terms -> terms.with(Authentication.SINGLE_FACTOR).with(Transport.INTERNET))
                .score();

        assertWorse(desktop, inTime(ordinary().into("crown")).score());
    }

    @Test
    void whoIsOffBoardedAndStillConnectedIsWorseThanWhoLacksTwoClauses() {
        var some = EnumSet.allOf(Clause.class);
        some.removeAll(List.of(Clause.LOGGING, Clause.AUDIT_RIGHT));
        Scene gone = ordinary().vendor(PairsTest::offBoarded);
        Scene lacking =
                ordinary().vendor(vendor -> vendor.with(vendor.diligence().with(new Agreement(null, null, some))));

        assertWorse(gone.score(), lacking.score());
        assertWorse(gone.score(Scene.VENDOR), lacking.score(Scene.VENDOR));
    }

    @Test
    void suspicionIsWorseThanNoAssessment() {
        Scene suspected = ordinary().vendor(vendor -> vendor.with(Notice.SUSPECTED));
        Scene unassessed =
                ordinary().vendor(vendor -> vendor.with(vendor.diligence().assessed(null)));

        assertWorse(suspected.score(), unassessed.score());
        assertWorse(suspected.score(Scene.VENDOR), unassessed.score(Scene.VENDOR));
    }

    @Test
    void aFirewallThatIsPlannedIsNoneAndWorseThanOneNobodyVerified() {
        double planned = ordinary().filter(FilterState.PLANNED).score();

        assertThat(planned).isEqualTo(ordinary().filter(FilterState.NONE).score());
        assertWorse(planned, ordinary().filter(FilterState.UNVERIFIED).score());
    }

    @Test
    void oneUnfilteredLinkToACrownIsWorseThanTwoHundredThatAreWellRun() {
        Scene many = wellRun(ordinary());
        Scene byMany = wellRun(ordinary());
        var kept = wellRunTerms(Scene.point("any", "vendor").terms());
        for (int i = 1; i < 200; i++) {
            String key = "more-" + i;
            many.with(b -> b.add(Scene.point(key, "vendor").with(kept)));
            byMany.with(b -> b.add(Scene.party(key)).add(Scene.point(key, key).with(kept)));
        }
        Scene open = ordinary().into("crown").filter(FilterState.NONE);

        assertWorse(open.score(Scene.VENDOR), many.score(Scene.VENDOR));
        assertWorse(open.score(Subject.PORTFOLIO), many.score(Subject.PORTFOLIO));
        assertWorse(open.score(Subject.PORTFOLIO), byMany.score(Subject.PORTFOLIO));
    }

    @Test
    void tenCrownsWithinReachAreWorseThanOne() {
        Scene ten = ordinary();
        for (int i = 2; i <= 10; i++) {
            String key = "crown-" + i;
            ten.zone(key, 95).with(b -> b.add(Scene.inner("to-" + key, "network", key)));
        }

        assertWorse(ten.score(), ordinary().score());
    }

    @Test
    void aLinkNobodyKnowsAnythingOfIsWorseThanPrivilegeWhereLittleIsAtStake() {
        double unknown = ordinary()
                .zone("middling", 70)
                .into("middling")
                .point(point -> point.withRights(null).with(LinkTerms.UNKNOWN).with(Filtering.UNKNOWN))
                .vendor(vendor -> vendor.with(DueDiligence.NONE))
                .score();
        double privileged = ordinary()
                .zone("little", 20)
                .into("little")
                .point(point -> point.withRights(true))
                .terms(terms -> terms.with(Authentication.SINGLE_FACTOR))
                .score();

        assertWorse(unknown, privileged);
    }

    @Test
    void aFirewallWithAnExploitedFlawIsWorseThanASoundOne() {
        var box = new Place(Place.Kind.CONNECTION_POINT, "point");
        Scene sound = ordinary().firewalls("edge", "wall").install("edge", box);

        assertWorse(
                ordinary()
                        .firewalls("edge", "wall")
                        .install("edge", box)
                        .flaw("edge")
                        .score(),
                sound.score());
    }

    @Test
    void onePasswordOnBothHopsIsWorseThanTwo() {
        assertWorse(
                ordinary().passwords("one", "one").score(),
                ordinary().passwords("one", "other").score());
    }

    @Test
    void oneMakeOfFirewallOnBothHopsIsWorseThanTwo() {
        Scene one = shut().passwords("one", "one").firewalls("edge", "edge");
        Scene two = shut().passwords("one", "one").firewalls("edge", "wall");

        assertWorse(one.score(), two.score());
    }

    @Test
    void aVerifiedControlIsBetterThanNoneAndWorseThanAPatch() {
        double none = ordinary().flaw("portal").score();
        double control = ordinary().flaw("portal").compensated("portal").score();

        assertWorse(none, control);
        assertWorse(control, ordinary().flaw("portal").patched("portal").score());
    }

    @Test
    void stoppingTheToolAloneIsWorseThanFirewallsAlone() {
        Scene stopped = ordinary()
                .filter(FilterState.NONE)
                .innerFilter(FilterState.NONE)
                .flaw("portal")
                .use("portal", UseState.STOPPED_VERIFIED);

        assertWorse(stopped.score(), shut().flaw("portal").score());
    }

    @Test
    void aLeakyFirewallInsideIsWorseThanATightOne() {
        RuleSet leaky = RuleSet.of(Rule.permit().to("10.0.1.0/24").tcp("1-23170"));
        RuleSet tight = RuleSet.of(Rule.permit().to("10.0.1.7").tcp("443"));

        assertWorse(
                ordinary().innerRules(leaky).score(),
                ordinary().innerRules(tight).score());
    }

    @Test
    void aHostThatIsRunOverAConnectionNobodyRegisteredIsWorseThanAnOrdinaryConnection() {
        Scene run = ordinary()
                .with(b -> b.removeConnectionPoint("point")
                        .add(Scene.host("server", "network", null).runBy("vendor")));
        Scene registered =
                ordinary().with(b -> b.add(Scene.host("server", "network", null).runBy("vendor")));

        assertWorse(run.score(Scene.VENDOR), registered.score(Scene.VENDOR));
        assertWorse(run.score(CROWN), registered.score(CROWN));
    }

    @Test
    void supplyToACrownThatMayTalkToAnybodyIsWorseThanToOneThatMayNot() {
        Scene open = supplied(Notice.NONE, Egress.NONE);
        Scene denied = supplied(Notice.NONE, Egress.DENY_BY_DEFAULT);

        assertWorse(open.score(MAKER), denied.score(MAKER));
        assertWorse(open.score(CROWN), denied.score(CROWN));
    }

    @Test
    void aCompromisedSubcontractorIsWorseForItsPrincipalAndForUs() {
        Scene sound = ordinary().party("sub", Notice.NONE, "vendor");
        Scene compromised = ordinary().party("sub", Notice.COMPROMISED, "vendor");

        assertWorse(compromised.score(Scene.VENDOR), sound.score(Scene.VENDOR));
        assertWorse(compromised.score(CROWN), sound.score(CROWN));
        assertWorse(compromised.score(COMPANY), sound.score(COMPANY));
    }

    @Test
    void aCompromisedSupplierWhoseSoftwareRunsInACrownIsCritical() {
        assertThat(supplied(Notice.COMPROMISED, Egress.NONE).score(MAKER)).isGreaterThanOrEqualTo(70);
        assertThat(supplied(Notice.COMPROMISED, Egress.DENY_BY_DEFAULT).score(MAKER))
                .isGreaterThanOrEqualTo(70);
        assertWorse(
                supplied(Notice.COMPROMISED, Egress.NONE).score(CROWN),
                supplied(Notice.NONE, Egress.NONE).score(CROWN));
    }

    @Test
    void aFlawThatNamesAProductOnlyMovesTheUpperEndAlone() {
        Score without = ordinary().into("crown").told();
        Score possible = ordinary().into("crown").possible("erp").told();
        Score proven = ordinary().into("crown").flaw("erp").told();

        assertThat(without.highMilli()).isEqualTo(without.milliPoints());
        assertThat(possible.contributions()).isEqualTo(without.contributions());
        assertThat(possible.lowMilli()).isEqualTo(without.lowMilli());
        assertThat(possible.highMilli()).isEqualTo(proven.milliPoints());
        assertWorse(proven.milliPoints() / 1000.0, without.milliPoints() / 1000.0);
    }

    private static Scene supplied(Notice notice, Egress egress) {
        return ordinary()
                .party("maker", notice, null)
                .supplied("erp", "maker")
                .zone(
                        "crown",
                        zone -> new Zone(
                                zone.key(),
                                zone.name(),
                                zone.organization(),
                                zone.cidrs(),
                                zone.classification(),
                                zone.monitoring(),
                                egress));
    }

    private static Scene ordinary() {
        return new Scene();
    }

    private static Scene shut() {
        return ordinary().rules(DENY).innerRules(DENY);
    }

    private static Scene inTime(Scene scene) {
        return scene.point(point -> point.withRights(true))
                .terms(terms -> terms.with(Authentication.MFA).with(Access.JUST_IN_TIME));
    }

    private static Scene wellRun(Scene scene) {
        return scene.terms(PairsTest::wellRunTerms);
    }

    private static LinkTerms wellRunTerms(LinkTerms terms) {
        return terms.with(Authentication.PHISHING_RESISTANT_MFA)
                .with(Access.JUST_IN_TIME)
                .with(Transport.DEDICATED_ENCRYPTED)
                .with(Egress.DENY_BY_DEFAULT)
                .with(new Monitoring(true, true, true, 365));
    }

    private static ThirdParty offBoarded(ThirdParty known) {
        return new ThirdParty(
                known.key(),
                known.name(),
                known.kind(),
                known.criticality(),
                known.parent(),
                known.diligence(),
                ThirdPartyState.OFFBOARDED,
                known.notice());
    }

    private static void assertWorse(double one, double other) {
        assertThat(one).isGreaterThanOrEqualTo(other + MARGIN);
    }
}
