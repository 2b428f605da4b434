package dev.sekisho.risk.question;

import dev.sekisho.risk.estate.Agreement;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Clause;
import dev.sekisho.risk.estate.DataHolding;
import dev.sekisho.risk.estate.DueDiligence;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.Access;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Filtering;
import dev.sekisho.risk.estate.link.Firewall;
import dev.sekisho.risk.estate.link.LinkTerms;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.estate.link.Transport;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.traffic.rule.RuleSet;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The facts that count in a score and may be unknown, each with its best answer. */
final class UnknownFacts {
    static final String CRITICALITY = "criticality";

    private static final double MONITORING_FACTS = 4;
    private static final int YEAR = 365;

    /** What filters a link and when somebody saw it; an answer without the rules would lower nothing. */
    private static final Fact<Filtering> FIREWALL =
            Fact.far("firewall", filtering -> isUndated(filtering.firewall()), UnknownFacts::inspected);

    private static final Fact<Filtering> RULES = Fact.far(
            "ruleset",
            filtering -> filtering.ruleSet() == null
                    && !filtering.firewall().state().absent()
                    && !isUndated(filtering.firewall()),
            (filtering, today) -> filtering.enforcing(RuleSet.of()));

    private static final Fact<Filtering> REVIEWED = new Fact<>(
            "firewall.reviewedOn",
            filtering -> filtering.firewall().reviewedOn() == null,
            UnknownFacts::reviewed,
            Optional.of(model -> Fact.exposure(model, "REVIEW")));

    private static final Fact<Monitoring> DETECTION = Fact.exposure(
            "endpointDetection",
            seen -> seen.endpointDetection() == null,
            seen -> new Monitoring(seen.flowLogsToSiem(), true, seen.alertsWatched24x7(), seen.logRetentionDays()),
            "MONITORING",
            MONITORING_FACTS);

    private static final List<Fact<Monitoring>> SEEN = List.of(
            Fact.exposure(
                    "flowLogsToSiem",
                    seen -> seen.flowLogsToSiem() == null,
                    seen -> new Monitoring(
                            true, seen.endpointDetection(), seen.alertsWatched24x7(), seen.logRetentionDays()),
                    "MONITORING",
                    MONITORING_FACTS),
            DETECTION,
            Fact.exposure(
                    "alertsWatched24x7",
                    seen -> seen.alertsWatched24x7() == null,
                    seen -> new Monitoring(
                            seen.flowLogsToSiem(), seen.endpointDetection(), true, seen.logRetentionDays()),
                    "MONITORING",
                    MONITORING_FACTS),
            Fact.exposure(
                    "logRetentionDays",
                    seen -> seen.logRetentionDays() == null,
                    seen -> new Monitoring(
                            seen.flowLogsToSiem(), seen.endpointDetection(), seen.alertsWatched24x7(), YEAR),
                    "MONITORING",
                    MONITORING_FACTS));

    private static final List<Fact<LinkTerms>> TERMS = List.of(
            Fact.far(
                    "authentication",
                    terms -> terms.authentication() == Authentication.UNKNOWN,
                    (terms, today) -> terms.with(Authentication.PHISHING_RESISTANT_MFA)),
            Fact.exposure(
                    "egress",
                    terms -> terms.egress() == Egress.UNKNOWN,
                    terms -> terms.with(Egress.DENY_BY_DEFAULT),
                    "EGRESS",
                    1),
            Fact.exposure(
                    "access",
                    terms -> terms.access() == Access.UNKNOWN,
                    terms -> terms.with(Access.JUST_IN_TIME),
                    "STANDING",
                    1),
            Fact.exposure(
                    "transport",
                    terms -> terms.transport() == Transport.UNKNOWN,
                    terms -> terms.with(Transport.DEDICATED_ENCRYPTED),
                    "TRANSPORT",
                    1));

    static final List<Fact<ConnectionPoint>> OF_POINTS = Stream.of(
                    Stream.of(FIREWALL, RULES, REVIEWED)
                            .map(fact -> fact.in(ConnectionPoint::filtering, ConnectionPoint::with)),
                    TERMS.stream().map(fact -> fact.in(ConnectionPoint::terms, ConnectionPoint::with)),
                    SEEN.stream()
                            .map(fact -> fact.under("monitoring")
                                    .in(LinkTerms::monitoring, LinkTerms::with)
                                    .in(ConnectionPoint::terms, ConnectionPoint::with)),
                    Stream.of(Fact.<ConnectionPoint>far(
                            "privileged",
                            point -> point.privileged() == null,
                            (point, today) -> point.withRights(false))))
            .flatMap(facts -> facts)
            .toList();

    /** How a link between zones is kept is in no score; what it lets through is in many. */
    static final List<Fact<ZoneLink>> OF_ZONE_LINKS = Stream.of(FIREWALL, RULES)
            .map(fact -> fact.in(ZoneLink::filtering, ZoneLink::with))
            .toList();

    static final List<Fact<Zone>> OF_ZONES = List.of(
            Fact.far(
                    CRITICALITY,
                    zone -> zone.criticality() == null,
                    (zone, today) -> zone.with(zone.classification().worth(0))),
            // What may leave a zone is a factor, and one more thing to be broken by whoever comes with software.
            Fact.far("egress", zone -> zone.egress() == Egress.UNKNOWN, (zone, today) -> deniesEgress(zone)));

    static final List<Fact<Asset>> OF_ASSETS = List.of(
            Fact.far(CRITICALITY, asset -> asset.criticality() == null, (asset, today) -> asset.worth(0)),
            DETECTION.under("monitoring").in(Asset::monitoring, UnknownFacts::with));

    static final List<Fact<DataHolding>> OF_HOLDINGS = List.of(Fact.far(
            CRITICALITY,
            holding -> holding.criticality() == null,
            (holding, today) -> holding.with(holding.held().worth(0))));

    private static final List<Fact<DueDiligence>> DILIGENCE = List.of(
            new Fact<>(
                    "agreement",
                    diligence -> diligence.agreement() == null,
                    (diligence, today) -> diligence.with(new Agreement(null, null, EnumSet.allOf(Clause.class))),
                    Optional.of(model -> Fact.assurance(model, "CLAUSES") + Fact.exposure(model, "REVIEW"))),
            new Fact<>(
                    "assessedOn",
                    diligence -> diligence.assessedOn() == null,
                    DueDiligence::assessed,
                    Optional.of(model -> Fact.assurance(model, "ASSESSMENT"))),
            new Fact<>(
                    "subprocessorsDeclared",
                    diligence -> diligence.subprocessorsDeclared() == null,
                    (diligence, today) -> diligence.declaring(1.0),
                    Optional.of(model -> Fact.assurance(model, "SUBPROCESSORS"))),
            new Fact<>(
                    "externalRating",
                    diligence -> diligence.externalRating() == null,
                    (diligence, today) -> diligence.rated(0.0),
                    Optional.of(model -> Fact.assurance(model, "RATING"))));

    static final List<Fact<ThirdParty>> OF_THIRD_PARTIES = DILIGENCE.stream()
            .map(fact -> fact.in(ThirdParty::diligence, ThirdParty::with))
            .toList();

    private UnknownFacts() {}

    /** Nobody knows of a filter that nobody has seen; to say that there is none takes no evidence. */
    private static boolean isUndated(Firewall firewall) {
        return firewall.state() == FilterState.UNKNOWN || !firewall.state().absent() && firewall.inspectedOn() == null;
    }

    private static Filtering inspected(Filtering known, LocalDate today) {
        Firewall stated = known.firewall();
        FilterState state = stated.state() == FilterState.UNKNOWN ? FilterState.VERIFIED : stated.state();
        return known.with(stated.seen(state, today))
                .enforcing(known.ruleSet() == null ? RuleSet.of() : known.ruleSet());
    }

    static Filtering reviewed(Filtering known, LocalDate today) {
        return known.with(known.firewall().reviewedOn(today));
    }

    static Zone deniesEgress(Zone zone) {
        return new Zone(
                zone.key(),
                zone.name(),
                zone.organization(),
                zone.cidrs(),
                zone.classification(),
                zone.monitoring(),
                Egress.DENY_BY_DEFAULT,
                zone.state());
    }

    static Asset with(Asset asset, Monitoring seen) {
        return new Asset(
                asset.key(),
                asset.name(),
                asset.zone(),
                asset.addresses(),
                asset.criticality(),
                asset.managedBy(),
                seen,
                asset.credentialGroup());
    }
}
