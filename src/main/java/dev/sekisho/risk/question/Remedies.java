package dev.sekisho.risk.question;

import static java.util.Objects.requireNonNull;

import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.entry.Door;
import dev.sekisho.risk.estate.Agreement;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Clause;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.Access;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.Ends;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Filtering;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.link.LinkTerms;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.estate.link.Transport;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.Use;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.path.AttackPath;
import dev.sekisho.risk.question.Question.About;
import dev.sekisho.risk.score.Flaw;
import dev.sekisho.risk.score.Points;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.stake.Lead;
import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a company would do about a risk, each by itself: on the way in, on its path, at the third party, to software. */
final class Remedies {
    /** Of very much that is vulnerable the worst few are worth a look. */
    private static final int WORST = 5;

    private static final Monitoring WATCHED = new Monitoring(true, true, true, 365);

    private static final Comparator<Flaw> WORST_FIRST = Comparator.comparing(Flaw::opensTheWay)
            .thenComparing(flaw -> flaw.score().milliPoints())
            .reversed()
            .thenComparing(flaw -> flaw.installation().key());

    private final Assessment assessment;
    private final Estate estate;
    private final LocalDate today;
    private final List<Remedy> found = new ArrayList<>();

    /**
     * One of them.
     *
     * @param promise about what it lowers a score by, in milli-points
     * @param then the facts once it is done
     */
    record Remedy(About about, String what, int promise, UnaryOperator<Estate> then) {
        static final Comparator<Remedy> MOST_FIRST = Comparator.comparingInt(Remedy::promise)
                .reversed()
                .thenComparing(remedy -> remedy.about.subject())
                .thenComparing(Remedy::what);
    }

    /** The lines of the way in, by code. */
    private final Map<String, Integer> lines = new HashMap<>();

    private Remedies(Assessment assessment, Lead lead) {
        this.assessment = assessment;
        this.estate = assessment.estate();
        this.today = assessment.today();
        assessment
                .score(
                        lead.door().over().kind() == Subject.Kind.CONNECTION_POINT
                                ? lead.door().over()
                                : new Subject(Subject.Kind.THIRD_PARTY, lead.thirdParty()))
                .ifPresent(score -> score.contributions()
                        .forEach(line -> lines.merge(line.code(), line.milliPoints(), Integer::sum)));
    }

    /** Those for one risk, what promises most first. To cut the way in is none of them: it always helps most, and nobody could work any more. */
    static List<Remedy> of(Assessment assessment, Lead lead, AttackPath path) {
        var remedies = new Remedies(assessment, lead);
        path.hops().stream().flatMap(hop -> remedies.link(hop.via())).forEach(remedies::filter);
        remedies.point(lead.door().over()).forEach(remedies::keepBetter);
        remedies.beside(lead.door());
        remedies.agree(remedies.estate.thirdParties().get(lead.thirdParty()));
        Set<String> places = path.hops().stream().map(AttackPath.Hop::to).collect(Collectors.toSet());
        places.add(lead.door().over().key());
        remedies.stop(places);
        return remedies.found.stream().sorted(Remedy.MOST_FIRST).toList();
    }

    private Stream<ConnectionPoint> point(Subject over) {
        return over.kind() == Subject.Kind.CONNECTION_POINT
                ? Stream.ofNullable(estate.connectionPoints().get(over.key()))
                : Stream.empty();
    }

    private Stream<Link> link(Subject via) {
        return via.kind() == Subject.Kind.ZONE_LINK
                ? Stream.ofNullable(estate.zoneLinks().get(via.key()))
                : point(via).map(point -> point);
    }

    private void add(About about, String what, int promise, Consumer<Estate.Builder> change) {
        found.add(new Remedy(about, what, promise, facts -> {
            Estate.Builder then = facts.toBuilder();
            change.accept(then);
            return then.build();
        }));
    }

    private int lines(String... codes) {
        return Stream.of(codes).mapToInt(code -> lines.getOrDefault(code, 0)).sum();
    }

    private int perBreak() {
        return Points.milli(assessment.model().terms().perBreak());
    }

    private static About about(Link link) {
        return new About(Subject.of(link), link.name(), link.thirdParty(), link.zone());
    }

    /**
     * A firewall that permits what is approved and nothing else. Where nothing is approved, one that lets through one service
     * of one host: to be told that all should be blocked helps nobody; and a link that is filtered is left as it is.
     */
    private void filter(Link link) {
        List<Rule> needed = needed(link);
        if (needed.isEmpty() && !isUnfiltered(link)) {
            return;
        }
        Filtering strict = strict(link, needed.isEmpty() ? oneService(link) : needed);
        boolean first = link instanceof ConnectionPoint;
        int lines = first ? lines("E.FILTER", "E.OPENNESS", "E.RISKY_SERVICE") : lines("INNER");
        add(about(link), "firewall", lines + (isUnfiltered(link) ? perBreak() : 0), then -> {
            if (link instanceof ConnectionPoint point) {
                then.add(point.with(strict));
            } else if (link instanceof ZoneLink inner) {
                then.add(inner.with(strict));
            }
        });
    }

    private Filtering strict(Link link, List<Rule> needed) {
        return link.filtering()
                .with(link.firewall().seen(FilterState.VERIFIED, today).reviewedOn(today))
                .enforcing(new RuleSet(needed, Action.DENY, List.of()));
    }

    private List<Rule> needed(Link link) {
        return link.approvedFlows().stream()
                .filter(flow -> flow.approved(today))
                .map(flow -> flow.flow().asRule())
                .toList();
    }

    private List<Rule> oneService(Link link) {
        AddressSet there = estate.zones().get(link.zone()).cidrs();
        return there.isEmpty()
                ? List.of()
                : List.of(Rule.permit().to(there.first()).tcp("443"));
    }

    private boolean isUnfiltered(Link link) {
        return assessment.posture(Subject.of(link)).map(Posture::unfiltered).orElse(false);
    }

    private void keepBetter(ConnectionPoint point) {
        About about = about(point);
        add(
                about,
                "authentication",
                lines("E.AUTHENTICATION", "PRIVILEGED"),
                then -> then.add(point.with(point.terms().with(Authentication.PHISHING_RESISTANT_MFA))));
        add(
                about,
                "access",
                lines("E.STANDING"),
                then -> then.add(point.with(point.terms().with(Access.JUST_IN_TIME))));
        add(
                about,
                "transport",
                lines("E.TRANSPORT"),
                then -> then.add(point.with(point.terms().with(Transport.DEDICATED_ENCRYPTED))));
        add(about, "privileged", lines("PRIVILEGED"), then -> then.add(point.withRights(false)));
        add(
                about,
                "firewall.reviewedOn",
                lines("E.REVIEW"),
                then -> then.add(point.with(UnknownFacts.reviewed(point.filtering(), today))));
        Zone zone = estate.zones().get(point.zone());
        add(
                about,
                "egress",
                lines("E.EGRESS"),
                then -> then.add(point.with(point.terms().with(Egress.DENY_BY_DEFAULT)))
                        .add(UnknownFacts.deniesEgress(zone)));
        add(about, "monitoring", lines("E.MONITORING"), then -> {
            then.add(point.with(point.terms().with(WATCHED)));
            for (Asset host : estate.assetsIn(point.zone())) {
                then.add(UnknownFacts.with(host, WATCHED));
            }
        });
    }

    /** Where no connection point leads in there is no link to mend: the zone is made tighter, or the access gets a connection. */
    private void beside(Door door) {
        if (door.zone() == null || door.over().kind() == Subject.Kind.CONNECTION_POINT) {
            return;
        }
        boolean supplied = door.over().kind() == Subject.Kind.THIRD_PARTY;
        Zone zone = requireNonNull(estate.zones().get(door.zone()));
        var about = new About(new Subject(Subject.Kind.ZONE, zone.key()), zone.name(), null, zone.key());
        add(
                about,
                "zone.egress",
                lines("E.EGRESS") + (supplied ? perBreak() : 0),
                then -> then.add(UnknownFacts.deniesEgress(zone)));
        add(
                about,
                "zone.monitoring",
                lines("E.MONITORING"),
                then -> estate.assetsIn(zone.key()).forEach(host -> then.add(UnknownFacts.with(host, WATCHED))));
        Stream.ofNullable(estate.assets().get(door.over().key()))
                .filter(host -> door.over().kind() == Subject.Kind.ASSET)
                .forEach(this::connect);
    }

    /** Whoever runs a host without any connection that is registered gets one that is kept well. */
    private void connect(Asset host) {
        var about = new About(new Subject(Subject.Kind.ASSET, host.key()), host.name(), host.managedBy(), host.zone());
        int promise = lines.entrySet().stream()
                .filter(line -> line.getKey().startsWith("E.") || line.getKey().equals("PRIVILEGED"))
                .mapToInt(Map.Entry::getValue)
                .sum();
        add(about, "connection", promise + perBreak(), then -> {
            var terms = new LinkTerms(
                    Transport.DEDICATED_ENCRYPTED,
                    Access.JUST_IN_TIME,
                    Authentication.PHISHING_RESISTANT_MFA,
                    Egress.DENY_BY_DEFAULT,
                    WATCHED,
                    List.of());
            var bare = new ConnectionPoint(
                    "connection:" + host.key(),
                    host.name(),
                    new Ends(requireNonNull(host.managedBy()), AddressSet.NONE, host.zone(), host.key()),
                    true,
                    terms,
                    Filtering.UNKNOWN,
                    LinkState.ACTIVE);
            then.add(bare.with(strict(bare, oneService(bare))));
        });
    }

    private void agree(ThirdParty party) {
        var about = new About(new Subject(Subject.Kind.THIRD_PARTY, party.key()), party.name(), party.key(), null);
        add(
                about,
                "agreement",
                lines("A.CLAUSES", "E.REVIEW"),
                then -> then.add(
                        party.with(party.diligence().with(new Agreement(null, null, EnumSet.allOf(Clause.class))))));
        add(
                about,
                "assessedOn",
                lines("A.ASSESSMENT"),
                then -> then.add(party.with(party.diligence().assessed(today))));
        add(
                about,
                "subprocessorsDeclared",
                lines("A.SUBPROCESSORS"),
                then -> then.add(party.with(party.diligence().declaring(1.0))));
    }

    /** Software with a flaw in a zone on the way, at the far end of its first link, or at what somebody holds. */
    private void stop(Set<String> places) {
        assessment
                .liveFlaws()
                .filter(flaw -> places.contains(flaw.installation().place().key())
                        || places.contains(
                                String.valueOf(estate.zoneOf(flaw.installation().place()))))
                .collect(Collectors.toMap(
                        flaw -> flaw.installation().key(),
                        flaw -> flaw,
                        (one, other) -> WORST_FIRST.compare(one, other) <= 0 ? one : other))
                .values()
                .stream()
                .sorted(WORST_FIRST)
                .limit(WORST)
                .forEach(this::stop);
    }

    private void stop(Flaw flaw) {
        Installation installation = flaw.installation();
        var subject = new Subject(Subject.Kind.INSTALLATION, installation.key());
        var about = new About(subject, installation.name(), null, estate.zoneOf(installation.place()));
        add(
                about,
                "useState",
                lines("V") + (flaw.opensTheWay() ? perBreak() : 0),
                then -> then.add(installation.with(new Use(UseState.STOPPED_VERIFIED, today))));
    }
}
