package dev.sekisho.risk.referee;

import static dev.sekisho.risk.estate.RandomEstate.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.estate.Agreement;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Clause;
import dev.sekisho.risk.estate.DataExit;
import dev.sekisho.risk.estate.DataHolding;
import dev.sekisho.risk.estate.DueDiligence;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Estates;
import dev.sekisho.risk.estate.HeldData;
import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.Organization;
import dev.sekisho.risk.estate.Safeguards;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.ThirdPartyKind;
import dev.sekisho.risk.estate.ThirdPartyState;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.Access;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.Ends;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Filtering;
import dev.sekisho.risk.estate.link.Firewall;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.link.LinkTerms;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.estate.link.Transport;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.estate.software.Advisory;
import dev.sekisho.risk.estate.software.Exploitation;
import dev.sekisho.risk.estate.software.Hazard;
import dev.sekisho.risk.estate.software.Impact;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.InstalledVersion;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.estate.software.Treatment;
import dev.sekisho.risk.estate.software.Use;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.estate.software.Verdict;
import dev.sekisho.risk.score.Models;
import dev.sekisho.risk.score.Score;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An ordinary vendor comes into a network of ours; behind that and a firewall stands the crown. Tests tell single facts
 * otherwise.
 */
final class Scene {
    static final Subject POINT = new Subject(Subject.Kind.CONNECTION_POINT, "point");
    static final Subject VENDOR = new Subject(Subject.Kind.THIRD_PARTY, "vendor");
    /** One service of the outer network. */
    static final RuleSet ONE_SERVICE =
            RuleSet.of(Rule.permit().to("10.0.0.0/27").tcp("443"));

    private static final RuleSet ONE_SERVICE_INSIDE =
            RuleSet.of(Rule.permit().to("10.0.1.7").tcp("443"));
    private static final LinkTerms TERMS = new LinkTerms(
            Transport.IP_VPN,
            Access.ALWAYS_ON,
            Authentication.MFA,
            Egress.PARTIAL,
            new Monitoring(true, true, false, 200),
            List.of());

    private Estate estate = Estate.builder()
            .add(new Organization("company", "Company", null))
            .add(Estates.zone("network", "company", "10.0.0.0/24", 30))
            .add(Estates.zone("crown", "company", "10.0.1.0/24", 95))
            .add(party("vendor"))
            .add(point("point", "vendor"))
            .add(inner("inner", "network", "crown"))
            .add(new Product("portal", "Portal", null))
            .add(new Product("erp", "ERP", null))
            .add(new Product("edge", "Edge", null))
            .add(new Product("wall", "Wall", null))
            .add(installation("portal", new Place(Place.Kind.ZONE, "network")))
            .add(installation("erp", new Place(Place.Kind.ZONE, "crown")))
            .build();

    double score() {
        return score(POINT);
    }

    /** As the service computes it and as the referee does. */
    double score(Subject subject) {
        Assessment assessment = assessment();
        int milliPoints = assessment.score(subject).orElseThrow().milliPoints();
        assertThat(milliPoints).as("score of %s", subject).isEqualTo(new Referee(assessment).score(subject));
        return milliPoints / 1000.0;
    }

    /** Of the connection point, with its interval and its lines. */
    Score told() {
        score();
        return assessment().score(POINT).orElseThrow();
    }

    Assessment assessment() {
        return Assessment.of(estate, TODAY, Models.CURRENT, List.of(), null);
    }

    Estate estate() {
        return estate;
    }

    Scene with(UnaryOperator<Estate.Builder> change) {
        estate = change.apply(estate.toBuilder()).build();
        return this;
    }

    Scene point(UnaryOperator<ConnectionPoint> change) {
        return with(b -> b.add(change.apply(estate.connectionPoints().get("point"))));
    }

    Scene terms(UnaryOperator<LinkTerms> change) {
        return point(point -> point.with(change.apply(point.terms())));
    }

    Scene inner(UnaryOperator<ZoneLink> change) {
        return with(b -> b.add(change.apply(estate.zoneLinks().get("inner"))));
    }

    Scene vendor(UnaryOperator<ThirdParty> change) {
        return with(b -> b.add(change.apply(estate.thirdParties().get("vendor"))));
    }

    /** It comes straight into another zone, to as much as elsewhere into the network. */
    Scene into(String zone) {
        String one = estate.zones().get(zone).cidrs().first() + "/27";
        return point(point -> point.with(point.ends().into(zone)))
                .rules(RuleSet.of(Rule.permit().to(one).tcp("443")));
    }

    Scene zone(String key, @Nullable Integer criticality) {
        return with(
                b -> b.add(Estates.zone(key, "company", "10.0." + estate.zones().size() + ".0/24", criticality)));
    }

    Scene filter(FilterState state) {
        return point(point -> point.with(in(state, point.filtering())));
    }

    Scene innerFilter(FilterState state) {
        return inner(link -> link.with(in(state, link.filtering())));
    }

    Scene rules(RuleSet rules) {
        return point(point -> point.with(point.filtering().enforcing(rules)));
    }

    Scene innerRules(RuleSet rules) {
        return inner(link -> link.with(link.filtering().enforcing(rules)));
    }

    Scene firewalls(String first, String second) {
        return point(point -> point.with(by(first, point.filtering())))
                .inner(link -> link.with(by(second, link.filtering())));
    }

    Scene passwords(String first, String second) {
        return with(b -> b.add(host("host", "network", first)).add(host("server", "crown", second)));
    }

    /** A third party that has no connection. */
    Scene party(String key, Notice notice, @Nullable String parent) {
        ThirdParty known = party(key);
        return with(b -> b.add(new ThirdParty(
                key, key, known.kind(), known.criticality(), parent, known.diligence(), known.state(), notice)));
    }

    /** What a third party holds for a company of its own. */
    Scene holding(String key, String thirdParty, int criticality, @Nullable LocalDate deleted) {
        return with(b -> b.add(new Organization("archive", "Archive", null))
                .add(new DataHolding(
                        key,
                        key,
                        thirdParty,
                        "archive",
                        HeldData.UNKNOWN.worth(criticality),
                        Safeguards.UNKNOWN,
                        new DataExit(null, deleted))));
    }

    Scene supplied(String product, String thirdParty) {
        return with(b -> b.add(new Product(product, product, thirdParty)));
    }

    Scene zone(String key, UnaryOperator<Zone> change) {
        return with(b -> b.add(change.apply(estate.zones().get(key))));
    }

    Scene install(String product, Place place) {
        return with(b -> b.add(installation(product, place)));
    }

    Scene use(String installation, UseState state) {
        return with(b -> b.add(estate.installations().get(installation).with(new Use(state, TODAY))));
    }

    /** A flaw that is exploited and without a fix, which opens the way by itself. */
    Scene flaw(String installation) {
        return with(b -> b.add(new Advisory(
                        "flaw",
                        "Flaw",
                        "flaw",
                        true,
                        new Hazard(9.8, .9, true, new Exploitation("KEV", TODAY, null, false), true, Impact.TOTAL),
                        TODAY.minusDays(3)))
                .add(new Match(installation, "flaw", Verdict.AFFECTED, "range", null, null)));
    }

    /** The same flaw, where the one source there is names the product and no versions. */
    Scene possible(String installation) {
        return flaw(installation)
                .with(b -> b.add(new Match(installation, "flaw", Verdict.UNKNOWN, "no range", null, null).leftOpen()));
    }

    Scene patched(String installation) {
        return with(b -> b.add(new Match(installation, "flaw", Verdict.FIXED, "range", "2.0", TODAY)));
    }

    Scene compensated(String key) {
        Installation known = estate.installations().get(key);
        Treatment control = new Treatment("flaw", TODAY.minusDays(1), TODAY.plusDays(30), null);
        return with(b -> b.add(new Installation(
                key, key, known.product(), known.installed(), known.place(), known.use(), List.of(control))));
    }

    static ThirdParty party(String key) {
        var diligence = new DueDiligence(
                "CIO", new Agreement(null, null, Set.of(Clause.values())), TODAY.minusDays(200), 1.0, .3);
        return new ThirdParty(
                key, key, ThirdPartyKind.VENDOR, 50, null, diligence, ThirdPartyState.ACTIVE, Notice.NONE);
    }

    static ConnectionPoint point(String key, String thirdParty) {
        return new ConnectionPoint(
                key,
                key,
                new Ends(thirdParty, AddressSet.of("198.51.100.0/24"), "network", null),
                false,
                TERMS,
                verified(ONE_SERVICE),
                LinkState.ACTIVE);
    }

    static ZoneLink inner(String key, String from, String to) {
        return new ZoneLink(key, key, from, to, TERMS, verified(ONE_SERVICE_INSIDE), LinkState.ACTIVE);
    }

    private static Filtering verified(RuleSet rules) {
        var firewall = new Firewall(FilterState.VERIFIED, null, TODAY.minusDays(30), null, TODAY.minusDays(30));
        return Filtering.by(firewall, rules);
    }

    private static Filtering in(FilterState state, Filtering known) {
        Firewall firewall = known.firewall();
        return known.with(new Firewall(state, firewall.product(), firewall.inspectedOn(), null, firewall.reviewedOn()));
    }

    private static Filtering by(String product, Filtering known) {
        Firewall firewall = known.firewall();
        return known.with(new Firewall(firewall.state(), product, firewall.inspectedOn(), null, firewall.reviewedOn()));
    }

    static Asset host(String key, String zone, @Nullable String group) {
        return new Asset(key, key, zone, AddressSet.NONE, 20, null, Monitoring.UNKNOWN, group);
    }

    private static Installation installation(String product, Place place) {
        return new Installation(
                product,
                product,
                product,
                new InstalledVersion("1.0", TODAY.minusDays(400)),
                place,
                new Use(UseState.IN_USE, TODAY.minusDays(400)),
                List.of());
    }
}
