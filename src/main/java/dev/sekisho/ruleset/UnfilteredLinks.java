package dev.sekisho.ruleset;

import static dev.sekisho.web.list.ListQuery.atLeast;
import static dev.sekisho.web.list.ListQuery.same;
import static java.util.Objects.requireNonNull;

import dev.sekisho.assessment.FirstSeen;
import dev.sekisho.assessment.Snapshot;
import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.assessment.Assessment.LinkOpening;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.score.Band;
import dev.sekisho.risk.score.Points;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.score.Score;
import dev.sekisho.risk.traffic.TrafficSummary;
import dev.sekisho.risk.traffic.rule.Translations;
import dev.sekisho.web.list.ListQuery;
import dev.sekisho.web.list.Listing;
import dev.sekisho.web.list.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The links that are not really filtered, out of what the assessment found. */
@ApplicationScoped
class UnfilteredLinks {
    private static final Set<String> CODES = Set.of("NET-01", "NET-02", "NET-03");
    private static final int MILLI = 1000;

    /** What a row shows of a link that may open thousands of zones and let in strangers by as many rules. */
    private static final int LISTED = 5;

    private static final int UNREGISTERED_LISTED = 1;

    private final FirstSeen firstSeen;

    UnfilteredLinks(FirstSeen firstSeen) {
        this.firstSeen = firstSeen;
    }

    /** A link on the list; the rest of what is shown of it is made for its page only. */
    private record Row(Subject subject, Link link, Severity severity, Score score, List<Finding> findings) {
        String key() {
            return link.key();
        }

        @Nullable
        String thirdParty() {
            return link.thirdParty();
        }
    }

    UnfilteredLinkPage page(Snapshot now, UnfilteredLinkFilter filter, ListQuery query) {
        Predicate<Link> wanted = wanted(now.assessment().estate(), filter);
        List<Row> rows = rows(now.assessment())
                .filter(row -> wanted.test(row.link()) && atLeast(filter.severity(), row.severity()))
                .toList();
        Page<UnfilteredLinkView> page = new Listing<>(
                        rows, fields(), row -> row.subject().kind() + "/" + row.key())
                .page(query)
                .map(shown -> views(now.assessment(), shown));
        return UnfilteredLinkPage.of(page, UnfilteredLinkPage.UnmeasuredView.of(now.assessment(), wanted));
    }

    private static Stream<Row> rows(Assessment assessment) {
        return assessment
                .findingGroups()
                .flatMap(List::stream)
                .filter(finding -> CODES.contains(finding.code()))
                .collect(Collectors.groupingBy(Finding::subject))
                .entrySet()
                .stream()
                .map(entry -> row(assessment, entry.getKey(), entry.getValue()));
    }

    private static Row row(Assessment assessment, Subject subject, List<Finding> findings) {
        Link link = LinkKind.of(subject).in(assessment.estate(), subject.key());
        Severity worst = findings.stream()
                .map(Finding::severity)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Row(subject, link, worst, assessment.score(subject).orElseThrow(), findings);
    }

    /** What can be asked of any link, be it on the list or not. */
    private static Predicate<Link> wanted(Estate estate, UnfilteredLinkFilter filter) {
        return link -> same(filter.thirdParty(), link.thirdParty())
                && same(filter.connectionPoint(), link instanceof ConnectionPoint ? link.key() : null)
                && same(filter.zone(), link.zone())
                && filter.text().accepts(link.key(), link.name())
                && same(filter.organization(), zone(estate, link).organization());
    }

    private static Map<String, Function<Row, String>> fields() {
        return Map.of(
                "severity",
                row -> row.severity().ordinal() + row.score().sortable(),
                "score",
                row -> row.score().sortable(),
                "key",
                Row::key,
                "name",
                row -> row.link().name());
    }

    private List<UnfilteredLinkView> views(Assessment assessment, List<Row> page) {
        Map<Subject, Instant> since =
                firstSeen.of(CODES, page.stream().map(Row::subject).toList());
        return page.stream()
                .map(row -> view(assessment, row, since.get(row.subject())))
                .toList();
    }

    private static Zone zone(Estate estate, Link link) {
        return requireNonNull(estate.zones().get(link.zone()));
    }

    private static UnfilteredLinkView view(Assessment assessment, Row row, @Nullable Instant since) {
        Estate estate = assessment.estate();
        Link link = row.link();
        Zone zone = zone(estate, link);
        Posture posture = assessment.posture(row.subject()).orElseThrow();
        String thirdParty = row.thirdParty();
        Translations translations = Translations.of(link.ruleSet());
        return new UnfilteredLinkView(
                row.subject().kind(),
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
                row.severity(),
                row.findings().stream().map(Finding::code).sorted().toList(),
                row.findings().stream().map(Finding::detail).toList(),
                since,
                link.firewall().state(),
                posture.filter(),
                Math.round(posture.openness() * MILLI) / (double) MILLI,
                witness(posture, translations),
                unregistered(posture, translations),
                unregisteredCount(posture),
                opens(estate, assessment.opening(row.subject()).orElse(LinkOpening.NONE)),
                Points.shown(row.score().milliPoints()),
                Band.of(row.score().milliPoints()));
    }

    private static @Nullable WitnessView witness(Posture posture, Translations translations) {
        TrafficSummary traffic = posture.traffic();
        return traffic == null ? null : WitnessView.of(traffic.witness(), translations);
    }

    private static List<UnregisteredView> unregistered(Posture posture, Translations translations) {
        return Stream.ofNullable(posture.traffic())
                .flatMap(traffic -> traffic.unregistered().stream())
                .limit(UNREGISTERED_LISTED)
                .map(found -> UnregisteredView.of(found, translations))
                .toList();
    }

    private static int unregisteredCount(Posture posture) {
        TrafficSummary traffic = posture.traffic();
        return traffic == null ? 0 : traffic.unregistered().size();
    }

    private static UnfilteredLinkView.OpensView opens(Estate estate, LinkOpening opening) {
        List<String> worst = opening.zones().stream()
                .map(key -> requireNonNull(estate.zones().get(key)))
                .sorted(Comparator.comparingInt(Zone::weight).reversed().thenComparing(Zone::key))
                .limit(LISTED)
                .map(Zone::key)
                .toList();
        return new UnfilteredLinkView.OpensView(
                worst,
                opening.zones().size(),
                opening.organizations().stream().limit(LISTED).toList(),
                opening.organizations().size());
    }
}
