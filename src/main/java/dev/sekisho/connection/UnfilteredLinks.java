package dev.sekisho.connection;

import static dev.sekisho.web.ListQuery.atLeast;
import static dev.sekisho.web.ListQuery.same;
import static java.util.Objects.requireNonNull;

import dev.sekisho.assessment.FirstSeen;
import dev.sekisho.assessment.Snapshot;
import dev.sekisho.risk.Assessment;
import dev.sekisho.risk.Opening;
import dev.sekisho.risk.Severity;
import dev.sekisho.risk.Subject;
import dev.sekisho.risk.estate.ConnectionPoint;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Link;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.ZoneLink;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.score.Band;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.web.ListQuery;
import dev.sekisho.web.Listing;
import dev.sekisho.web.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The links that are not really filtered, out of what the assessment found. */
@ApplicationScoped
class UnfilteredLinks {
    static final List<String> SORTABLE = List.of("severity", "score", "key", "name");
    private static final Set<String> CODES = Set.of("NET-01", "NET-02", "NET-03");
    private static final int MILLI = 1000;

    private final FirstSeen firstSeen;

    UnfilteredLinks(FirstSeen firstSeen) {
        this.firstSeen = firstSeen;
    }

    Page<UnfilteredLinkView> page(Snapshot now, ListQuery query) {
        Map<Subject, List<Finding>> bySubject = now.assessment()
                .findingGroups()
                .flatMap(List::stream)
                .filter(finding -> CODES.contains(finding.code()))
                .collect(Collectors.groupingBy(Finding::subject, TreeMap::new, Collectors.toList()));
        Map<Subject, Instant> since = firstSeen.of(List.copyOf(CODES));
        List<UnfilteredLinkView> items = bySubject.entrySet().stream()
                .map(entry -> view(now.assessment(), entry.getKey(), entry.getValue(), since.get(entry.getKey())))
                .filter(wanted(query))
                .toList();
        return new Listing<>(items, fields(), item -> item.subject() + "/" + item.key()).page(query);
    }

    private static Predicate<UnfilteredLinkView> wanted(ListQuery query) {
        String thirdParty = query.filter("thirdParty");
        String organization = query.filter("organization");
        String zone = query.filter("zone");
        Severity severity = query.filter("severity", Severity.class);
        return item -> same(thirdParty, item.thirdParty())
                && same(organization, item.organization())
                && same(zone, item.zone())
                && atLeast(severity, item.severity());
    }

    private static Listing.SequencedFields<UnfilteredLinkView> fields() {
        return new Listing.SequencedFields<>(
                SORTABLE,
                Map.of(
                        "severity",
                        item -> item.severity().ordinal() + sortable(item.score()),
                        "score",
                        item -> sortable(item.score()),
                        "key",
                        UnfilteredLinkView::key,
                        "name",
                        UnfilteredLinkView::name));
    }

    private static String sortable(BigDecimal score) {
        return Listing.sortable(score.movePointRight(1).longValue());
    }

    private static UnfilteredLinkView view(
            Assessment assessment, Subject subject, List<Finding> findings, @Nullable Instant since) {
        Estate estate = assessment.estate();
        Link link = requireNonNull(
                subject.kind() == Subject.Kind.ZONE_LINK
                        ? estate.zoneLinks().get(subject.key())
                        : estate.connectionPoints().get(subject.key()));
        Zone zone = requireNonNull(estate.zones().get(link.zone()));
        Posture posture = assessment.posture(subject).orElseThrow();
        String thirdParty = link instanceof ConnectionPoint point ? point.thirdParty() : null;
        int milli = assessment.score(subject).orElseThrow().milliPoints();
        return new UnfilteredLinkView(
                subject.kind(),
                link.key(),
                link.name(),
                thirdParty,
                thirdParty == null
                        ? null
                        : requireNonNull(estate.thirdParties().get(thirdParty)).name(),
                link instanceof ZoneLink inner ? inner.from() : null,
                zone.key(),
                zone.name(),
                zone.organization(),
                findings.stream()
                        .map(Finding::severity)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                findings.stream().map(Finding::code).sorted().toList(),
                findings.stream().map(Finding::detail).toList(),
                since,
                link.firewall().state(),
                posture.filter(),
                Math.round(posture.openness() * MILLI) / (double) MILLI,
                posture.traffic() == null
                        ? null
                        : WitnessView.of(posture.traffic().witness()),
                opens(assessment.opening(subject)),
                BigDecimal.valueOf(Math.round(milli / 100.0), 1),
                Band.of(milli));
    }

    private static UnfilteredLinkView.OpensView opens(Optional<Opening> opening) {
        return opening.map(open ->
                        new UnfilteredLinkView.OpensView(List.copyOf(open.zones()), List.copyOf(open.organizations())))
                .orElse(new UnfilteredLinkView.OpensView(List.of(), List.of()));
    }
}
