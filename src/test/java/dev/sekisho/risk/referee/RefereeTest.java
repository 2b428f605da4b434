package dev.sekisho.risk.referee;

import static dev.sekisho.risk.estate.RandomEstate.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.estate.Estates;
import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.Organization;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.link.Login;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.score.Models;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The referee himself, by examples that were worked out by hand from sections 2 to 7 of the model's description. Every
 * third party has a rating of .3 and nothing else against it: A is .08 * 15 * .3 = .36. A flaw adds .08 * (40 + 19.6 + 25
 * + 15) = 7.968.
 */
class RefereeTest {
    private static final Subject ARCHIVE = new Subject(Subject.Kind.ORGANIZATION, "archive");
    private static final Subject KEEPER = party("keeper");
    /** One service of the network, and one of one host of the crown. */
    private static final RuleSet BOTH = RuleSet.of(
            Rule.permit().to("10.0.0.0/27").tcp("443"),
            Rule.permit().to("10.0.1.7").tcp("443"));

    private static final Subject INNER = new Subject(Subject.Kind.ZONE_LINK, "inner");

    /** 60 - 20 for holder:keeper - 22.5 + 5 + .36. */
    @Test
    void aHoldingCostsItsHolder() {
        Scene held = keeper(Notice.NONE);

        assertThat(score(held, KEEPER)).isEqualTo(22_860);
        assertThat(score(held, ARCHIVE)).isEqualTo(22_860);
    }

    /** 60 - 22.5 + 5 + .36 + 25 = 67.86, and no less than 70 for the third party alone. */
    @Test
    void aHolderThatIsCompromisedCostsNothing() {
        Scene held = keeper(Notice.COMPROMISED);

        assertThat(score(held, KEEPER)).isEqualTo(70_000);
        assertThat(score(held, ARCHIVE)).isEqualTo(67_860);
    }

    /** 60 - 22.5 + 5 + .36 + 7.968. */
    @Test
    void aHoldingWithAFreeFlawCostsNothing() {
        Scene held = keeper(Notice.NONE)
                .install("portal", new Place(Place.Kind.DATA_HOLDING, "data"))
                .flaw("portal");

        assertThat(score(held, KEEPER)).isEqualTo(50_828);
    }

    @Test
    void aHoldingEndsWithTheProofThatItIsDeleted() {
        Scene scene = ordinary().party("keeper", Notice.SUSPECTED, null);

        assertThat(score(scene.holding("data", "keeper", 60, TODAY), KEEPER)).isZero();
        assertThat(score(scene.holding("data", "keeper", 60, TODAY.plusDays(2)), KEEPER))
                .isEqualTo(30_860);
    }

    /**
     * To the crown: 95 - 20 for supply:maker - 22.5 + 11/4 for no monitoring + 7/4 for no egress filter + 5 + .36 - 10.
     * With egress denied: 95 - 40 - 22.5 + 2.75 + 5 + .36 - 10. Half monitored 1.375 less.
     */
    @Test
    void supplyLeadsWhereTheProductIsInUse() {
        Scene scene = maker(Notice.NONE);

        assertThat(score(scene, party("maker"))).isEqualTo(52_360);
        assertThat(score(scene.zone("crown", zone -> half(zone, Egress.NONE)), party("maker")))
                .isEqualTo(50_985);
        assertThat(score(scene.zone("crown", zone -> half(zone, Egress.DENY_BY_DEFAULT)), party("maker")))
                .isEqualTo(29_235);
    }

    /** The zone's own word on EDR counts only where it has no host: one that has none costs 11/16 = .6875 more. */
    @Test
    void supplyIsWatchedOnTheHostsOfTheZone() {
        Scene scene = maker(Notice.NONE)
                .zone("crown", zone -> half(zone, Egress.NONE))
                .with(b -> b.add(Scene.host("server", "crown", null)));

        assertThat(score(scene, party("maker"))).isEqualTo(50_985 + 688);
    }

    /** 95 - 22.5 + 2.75 + 1.75 + 5 + .36 - 10 + 25; a product that is a firewall of ours opens nothing. */
    @Test
    void supplyByWhoIsCompromisedCostsNothing() {
        Scene scene = maker(Notice.COMPROMISED);

        assertThat(score(scene, party("maker"))).isEqualTo(97_360);
        assertThat(score(scene.firewalls("edge", "erp"), party("maker"))).isZero();
    }

    /**
     * In a lab worth 30, with everything unknown: 30 - 22.5 + 100/4 + 5 + .36 + 6. At best something nobody looked at costs
     * fw, and adds a login without a check 3, the zone's egress 1.75 and a dedicated line .25: 30 - 20 - 22.5 + 5 + 5 + .36
     * + 6.
     */
    @Test
    void aManagedHostIsAConnectionNobodyKnows() {
        Scene scene = ordinary()
                .zone("lab", 30)
                .party("runner", Notice.NONE, null)
                .with(b -> b.add(Scene.host("server", "lab", null).runBy("runner")));

        assertThat(score(scene, party("runner"))).isEqualTo(43_860);
        assertThat(low(scene, party("runner"))).isEqualTo(3_860);
        Scene registered = scene.with(b -> b.add(Scene.point("old", "runner").with(LinkState.CUT_VERIFIED)));
        assertThat(score(registered, party("runner"))).isZero();
    }

    /**
     * holder:keeper and operations:keeper: 60 - 40 - 22.5 + 5 + .36; who works for that one is three breaks away, which is
     * below 0. Together 22.86 + 5 * log2(1 + 2^(-20/5) + 2^(-40/5)) = 23.324.
     */
    @Test
    void aSubcontractorComesThroughItsPrincipal() {
        Scene scene = keeper(Notice.NONE).party("sub", Notice.NONE, "keeper").party("subsub", Notice.NONE, "sub");

        assertThat(score(scene, party("sub"))).isEqualTo(2_860);
        assertThat(score(scene, party("subsub"))).isZero();
        assertThat(score(scene, ARCHIVE)).isEqualTo(23_324);
    }

    /** The holder is free, its operations are not: 60 - 20 - 22.5 + 5 + .36. */
    @Test
    void operationsAreNeverFree() {
        Scene scene = keeper(Notice.COMPROMISED).party("sub", Notice.NONE, "keeper");

        assertThat(score(scene, party("sub"))).isEqualTo(22_860);
    }

    /** 22.86 + 8 for who it works for, and nothing for whom that one works for. */
    @Test
    void aCompromisedSubcontractorCastsDoubtOnItsPrincipalAlone() {
        Scene scene = ordinary()
                .party("top", Notice.NONE, null)
                .party("keeper", Notice.NONE, "top")
                .party("sub", Notice.COMPROMISED, "keeper")
                .holding("data", "keeper", 60, null)
                .holding("more", "top", 60, null);

        assertThat(score(scene, party("top"))).isEqualTo(22_860);
        assertThat(score(scene.with(b -> b.removeDataHolding("more")), KEEPER)).isEqualTo(30_860);
        assertThat(score(scene.with(b -> b.removeDataHolding("more")), party("sub")))
                .isEqualTo(70_000);
    }

    /**
     * The rules lead into the crown too. Openness is log2(1+32)/25 = .2018 of the landing zone, so E/4 is .757 + .6 for MFA +
     * 1.375 + 1.75 for the zone's egress + 1.25 + .625 = 6.357: 95 - 20 - 22.5 + 6.357 + 5 + .36 = 64.217; the network, 65
     * below, adds .001. Where they lead to the network alone, the crown is two breaks away, and the firewall before it has
     * an openness of log2(1+1)/25 = .04 of the crown, I .067: 39.284; the network at -.783 adds .028.
     */
    @Test
    void aConnectionLandsWhereItsRulesLead() {
        assertThat(score(ordinary().rules(BOTH), Scene.POINT)).isEqualTo(64_218);
        assertThat(score(ordinary(), Scene.POINT)).isEqualTo(39_312);
    }

    /** Where it is not filtered all of E's first three lines are full: 7.5 + 3.75 + 2.5 + 5.6; the rules are still known. */
    @Test
    void rulesOfAFilterThatIsNotThereStillLeadSomewhere() {
        Scene none = ordinary().filter(FilterState.NONE);

        // 95 - 20 - 22.5 + 19.35 + 5 + .36 = 77.21, and the network at 12.21 adds .001
        assertThat(score(none.rules(BOTH), Scene.POINT)).isEqualTo(77_211);
        // 95 - 40 - 22.5 + 19.35 + .067 + .36 = 52.277, and the network at 12.21 adds .028
        assertThat(score(none.rules(Scene.ONE_SERVICE), Scene.POINT)).isEqualTo(52_305);
    }

    /**
     * ICMP alone leads nowhere. It is no tcp or udp, so o is that of the network, and the same as without.
     */
    @Test
    void icmpLeadsNowhere() {
        RuleSet pinging = RuleSet.of(
                Rule.permit().to("10.0.0.0/27").tcp("443"),
                Rule.permit().to("10.0.1.7").icmp());

        assertThat(score(ordinary().rules(pinging), Scene.POINT)).isEqualTo(39_312);
    }

    /** Another company has a zone of the same addresses as the crown: they are taken for the crown's. */
    @Test
    void addressesAreOursBeforeTheyAreThoseOfOthers() {
        Scene scene = ordinary()
                .rules(BOTH)
                .with(b -> b.add(new Organization("other", "Other", null))
                        .add(Estates.zone("double", "other", "10.0.1.0/24", 100))
                        .add(Estates.zone("elsewhere", "other", "10.0.1.0/24", 100)
                                .with(AddressSet.of("10.0.9.0/24"))));

        assertThat(score(scene, zone("double"))).isZero();
        assertThat(score(scene, zone("elsewhere"))).isZero();
        Scene foreign = scene.rules(RuleSet.of(
                Rule.permit().to("10.0.0.0/27").tcp("443"),
                Rule.permit().to("10.0.9.7").tcp("443")));
        assertThat(score(foreign, zone("double"))).isZero();
        assertThat(score(foreign, zone("elsewhere"))).isPositive();
    }

    /**
     * A flaw on the host the rules lead to opens the way: 64.217 + 20 + 7.968. On another host it is met behind the firewall
     * only, which is one break as before.
     */
    @Test
    void onlyWhatIsPermittedIsMet() {
        assertThat(score(onHost("10.0.1.7"), Scene.POINT)).isEqualTo(92_185);
        assertThat(score(onHost("10.0.1.9"), Scene.POINT)).isEqualTo(72_185);
        assertThat(score(onHost(), Scene.POINT)).isEqualTo(92_185);
    }

    /**
     * Single factor is 2.7 and not .6, so E/4 is 8.457. One password on both hops is 95 - 20 - 22.5 + 8.457 + .067 + .36 =
     * 61.384, and the network at 1.317 adds .002; two are 41.384, and it adds .028.
     */
    @Test
    void accountsMayShareThePasswordOfHosts() {
        Scene scene = ordinary()
                .terms(terms -> terms.with(Authentication.SINGLE_FACTOR))
                .with(b -> b.add(Scene.host("server", "crown", "one")));

        assertThat(score(logged(scene, new Login("one", "provider")), Scene.POINT))
                .isEqualTo(61_386);
        assertThat(score(logged(scene, new Login("other", null)), Scene.POINT)).isEqualTo(41_412);
        assertThat(score(logged(scene, new Login(null, "provider")), Scene.POINT))
                .isEqualTo(41_412);
    }

    /**
     * The maker makes 52.36 at the crown, which is worth 95, and the vendor 39.284, which adds 1.091. A host in it of 80 is
     * worth 15 less. One that nobody knows the worth of is worth 5 more, and so is its zone.
     */
    @Test
    void aHostIsComeToAsItsZoneIsForItsOwnWorth() {
        Scene known = maker(Notice.NONE)
                .with(b -> b.add(Scene.host("server", "crown", null).worth(80)));
        Scene unknown = maker(Notice.NONE)
                .with(b -> b.add(Scene.host("server", "crown", null).worth(null)));

        assertThat(score(known, zone("crown"))).isEqualTo(53_451);
        assertThat(score(known, host("server"))).isEqualTo(38_451);
        assertThat(score(unknown, zone("crown"))).isEqualTo(58_451);
        assertThat(score(unknown, host("server"))).isEqualTo(58_451);
    }

    /**
     * Where nothing is let through, the firewall and one thing behind it have to be broken. To register which device the
     * firewall is puts nothing behind it: 95 - 40 before and after. With a flaw in it that is free it costs nothing.
     */
    @Test
    void theFirewallOfALinkIsNotBehindItself() {
        Place there = new Place(Place.Kind.CONNECTION_POINT, Scene.POINT.key());
        Scene closed = ordinary().rules(RuleSet.of()).firewalls("edge", "inside");
        int before = score(closed, Scene.POINT);
        int engine = computed(closed);

        Scene registered =
                ordinary().rules(RuleSet.of()).firewalls("edge", "inside").install("edge", there);

        assertThat(score(registered, Scene.POINT)).isEqualTo(before);
        assertThat(computed(registered)).isEqualTo(engine);
        assertThat(computed(registered.flaw("edge"))).isGreaterThan(engine + 20_000);
    }

    private static int computed(Scene scene) {
        return scene.assessment().score(Scene.POINT).orElseThrow().milliPoints();
    }

    /** A subcontractor of the vendor comes by the vendor's connection, which is the vendor's own affair. */
    @Test
    void aConnectionCountsItsOwnThirdPartyOnly() {
        Scene scene = ordinary();
        Scene more = ordinary().party("sub", Notice.NONE, "vendor");

        // to the crown 39.284, by the subcontractor, with three breaks, 19.284: 5 * log2(1 + 2^(-20/5)) = .437
        assertThat(score(scene, INNER)).isEqualTo(39_284);
        assertThat(score(more, INNER)).isEqualTo(39_721);
        assertThat(score(more, Scene.POINT)).isEqualTo(score(scene, Scene.POINT));
    }

    private static Scene ordinary() {
        return new Scene();
    }

    private static Scene keeper(Notice notice) {
        return ordinary().party("keeper", notice, null).holding("data", "keeper", 60, null);
    }

    private static Scene maker(Notice notice) {
        return ordinary().party("maker", notice, null).supplied("erp", "maker");
    }

    private static Zone half(Zone zone, Egress egress) {
        return new Zone(
                zone.key(),
                zone.name(),
                zone.organization(),
                zone.cidrs(),
                zone.classification(),
                new Monitoring(true, true, false, 200),
                egress);
    }

    private static Scene onHost(String... addresses) {
        return ordinary()
                .rules(BOTH)
                .with(b -> b.add(Scene.host("server", "crown", null).with(AddressSet.of(addresses))))
                .install("erp", new Place(Place.Kind.ASSET, "server"))
                .flaw("erp");
    }

    private static Scene logged(Scene scene, Login login) {
        return scene.point(point -> point.with(login));
    }

    private static Subject party(String key) {
        return new Subject(Subject.Kind.THIRD_PARTY, key);
    }

    private static Subject host(String key) {
        return new Subject(Subject.Kind.ASSET, key);
    }

    private static Subject zone(String key) {
        return new Subject(Subject.Kind.ZONE, key);
    }

    private static int score(Scene scene, Subject subject) {
        return new Referee(scene.assessment()).score(subject);
    }

    private static int low(Scene scene, Subject subject) {
        Assessment best = Assessment.of(BestCase.of(scene.estate()), TODAY, Models.CURRENT, List.of(), null);
        return new Referee(best).score(subject);
    }
}
