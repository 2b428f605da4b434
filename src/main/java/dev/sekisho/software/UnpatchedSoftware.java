package dev.sekisho.software;

import static dev.sekisho.web.list.ListQuery.atLeast;
import static dev.sekisho.web.list.ListQuery.same;
import static java.util.Objects.requireNonNull;

import dev.sekisho.advisory.Matching;
import dev.sekisho.assessment.Snapshot;
import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.estate.software.Verdict;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.score.Flaw;
import dev.sekisho.risk.score.Reach;
import dev.sekisho.software.resolve.ResolveView;
import dev.sekisho.web.list.ListQuery;
import dev.sekisho.web.list.Listing;
import dev.sekisho.web.list.Page;
import dev.sekisho.web.list.TextFilter;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The installations with a live flaw, out of what the assessment found. */
@ApplicationScoped
class UnpatchedSoftware {
    private static final String UNDECIDED = "SW-10";

    private final Matching matching;
    private final SoftwareKnowledge knowledge;

    UnpatchedSoftware(Matching matching, SoftwareKnowledge knowledge) {
        this.matching = matching;
        this.knowledge = knowledge;
    }

    /** A row of the list; the rest of what is shown of it is made for its page only. */
    record Row(Flaw flaw, Severity severity, List<Finding> findings) {

        static Row of(Flaw flaw, List<Finding> findings) {
            return new Row(
                    flaw,
                    findings.stream()
                            .map(Finding::severity)
                            .max(Comparator.naturalOrder())
                            .orElse(flaw.cleared() ? Severity.LOW : Severity.MEDIUM),
                    findings);
        }

        String installation() {
            return flaw.installation().key();
        }

        String advisory() {
            return flaw.advisory().key();
        }

        @Nullable
        String supplier() {
            return flaw.product().supplier();
        }

        UnpatchedView.Certainty certainty() {
            return UnpatchedView.Certainty.of(flaw);
        }

        int milliPoints() {
            return flaw.score().milliPoints();
        }
    }

    /** One row for each flaw, or for each of what is grouped by. */
    UnpatchedPageView answer(Snapshot now, UnpatchedFilter filter, ListQuery query) {
        UnpatchedGroupView.By by = filter.groupBy();
        List<Row> rows = rows(now).filter(wanted(now, filter)).toList();
        Page<?> page =
                by == null ? page(now, rows, query, filter.installation() != null) : groups(now, rows, query, by);
        return knowledge.beside(page, rows, knowledge.notJudged(now, concerned(now.assessment(), filter)));
    }

    /** What is said of flaws only narrows nothing here: nobody knows anything of these. */
    private static Predicate<Installation> concerned(Assessment known, UnpatchedFilter filter) {
        Estate estate = known.estate();
        return installation -> concerns(known, installation, filter.thirdParty())
                && same(filter.product(), installation.product())
                && same(filter.installation(), installation.key())
                && isCalled(
                        filter.text(),
                        installation,
                        requireNonNull(estate.products().get(installation.product())))
                && isWithin(estate, installation, filter.organization(), filter.zone());
    }

    /** As for flaws: what it supplies, and what it can reach. */
    private static boolean concerns(Assessment known, Installation installation, @Nullable String thirdParty) {
        return thirdParty == null
                || thirdParty.equals(requireNonNull(known.estate().products().get(installation.product()))
                        .supplier())
                || known.reachableBy(installation).contains(thirdParty);
    }

    /** An installation is meant by its own name and by that of the product it is one of. */
    private static boolean isCalled(TextFilter text, Installation installation, Product product) {
        return text.accepts(installation.key(), installation.name()) || text.accepts(product.key(), product.name());
    }

    private Page<UnpatchedView> page(Snapshot now, List<Row> rows, ListQuery query, boolean whole) {
        return new Listing<>(rows, fields(query), row -> row.installation() + "/" + row.advisory())
                .page(query)
                .map(page -> page.stream()
                        .map(row -> view(now, row, whole, resolve(row.flaw())))
                        .toList());
    }

    /** The rows the query wants, grouped by what it asks for. */
    private static Page<UnpatchedGroupView> groups(
            Snapshot now, List<Row> rows, ListQuery query, UnpatchedGroupView.By by) {
        var groups = new TreeMap<String, List<Row>>();
        rows.forEach(row -> groupsOf(row, by)
                .forEach(key ->
                        groups.computeIfAbsent(key, any -> new ArrayList<>()).add(row)));
        List<UnpatchedGroupView> items = groups.entrySet().stream()
                .map(entry ->
                        UnpatchedGroupView.of(by, entry.getKey(), nameOf(now, by, entry.getKey()), entry.getValue()))
                .toList();
        Map<String, Function<UnpatchedGroupView, String>> fields = Map.of(
                "severity",
                item -> rank(item.certainty(), query) + item.severity().ordinal() + sortable(item.score()),
                "score",
                item -> rank(item.certainty(), query) + sortable(item.score()),
                "key",
                UnpatchedGroupView::key,
                "advisory",
                item -> Listing.sortable(item.advisories()));
        return new Listing<>(items, fields, UnpatchedGroupView::key).page(query);
    }

    private static Set<String> groupsOf(Row row, UnpatchedGroupView.By by) {
        if (by == UnpatchedGroupView.By.PRODUCT) {
            return Set.of(row.flaw().product().key());
        }
        var parties = new TreeSet<>(row.flaw().reachableBy());
        if (row.supplier() != null) {
            parties.add(row.supplier());
        }
        return parties;
    }

    private static String nameOf(Snapshot now, UnpatchedGroupView.By by, String key) {
        return by == UnpatchedGroupView.By.PRODUCT
                ? requireNonNull(now.assessment().estate().products().get(key)).name()
                : requireNonNull(now.assessment().estate().thirdParties().get(key))
                        .name();
    }

    /** Everything as a document for others. */
    Map<String, Object> vex(Snapshot now, UnpatchedView.@Nullable Certainty verdict) {
        List<UnpatchedView> rows = rows(now)
                .filter(row -> same(verdict, row.certainty()))
                .map(row -> view(now, row, false, null))
                .toList();
        return UnpatchedVex.of(rows, knowledge.notJudged(now, any -> true), knowledge.sources());
    }

    private static Stream<Row> rows(Snapshot now) {
        Map<String, List<Finding>> findings = now.assessment()
                .findingGroups()
                .flatMap(List::stream)
                .filter(UnpatchedSoftware::isOfSoftware)
                .collect(Collectors.groupingBy(UnpatchedSoftware::place));
        Assessment known = now.assessment();
        return Stream.of(known.liveFlaws(), known.possibleFlaws(), known.clearedFlaws())
                .flatMap(flaws -> flaws)
                .map(flaw -> row(flaw, findings));
    }

    /** Of the product as a whole only that no source decides its flaws. */
    private static boolean isOfSoftware(Finding finding) {
        return finding.subject().kind() == Subject.Kind.INSTALLATION || UNDECIDED.equals(finding.code());
    }

    private static Row row(Flaw flaw, Map<String, List<Finding>> findings) {
        Subject installation =
                new Subject(Subject.Kind.INSTALLATION, flaw.installation().key());
        var about = new ArrayList<>(
                findings.getOrDefault(place(installation, flaw.advisory().key()), List.of()));
        if (flaw.cleared()) {
            return Row.of(flaw, about);
        }
        // What else is wrong with an installation makes what is merely possible there no worse.
        Subject whole = flaw.possible()
                ? new Subject(Subject.Kind.SOFTWARE_PRODUCT, flaw.product().key())
                : installation;
        about.addAll(findings.getOrDefault(place(whole, ""), List.of()));
        return Row.of(flaw, about);
    }

    private @Nullable ResolveView resolve(Flaw flaw) {
        Verdict verdict = flaw.match().verdict();
        Installation installation = flaw.installation();
        return verdict != Verdict.UNKNOWN && verdict != Verdict.CONFLICT
                ? null
                : ResolveView.of(
                        installation,
                        flaw.advisory().key(),
                        flaw.advisory().cve(),
                        matching.gaps(
                                installation.product(),
                                installation.version(),
                                flaw.advisory().key()));
    }

    private static UnpatchedView view(Snapshot now, Row row, boolean whole, @Nullable ResolveView resolve) {
        Place place = row.flaw().installation().place();
        return UnpatchedView.of(row, now.assessment().estate().zoneOf(place), whole, resolve);
    }

    private static String place(Finding finding) {
        return place(finding.subject(), finding.cause());
    }

    private static String place(Subject subject, String advisory) {
        return subject.kind() + "\n" + subject.key() + "\n" + advisory;
    }

    private Predicate<Row> wanted(Snapshot now, UnpatchedFilter filter) {
        return concerning(filter.thirdParty())
                .and(within(now.assessment().estate(), filter.organization(), filter.zone()))
                .and(called(filter.advisory()))
                .and(row -> same(filter.product(), row.flaw().product().key())
                        && same(filter.installation(), row.installation())
                        && atLeast(filter.severity(), row.severity())
                        && same(filter.verdict(), row.certainty())
                        && isCalled(
                                filter.text(),
                                row.flaw().installation(),
                                row.flaw().product())
                        && flagged(filter, row.flaw()))
                .and(row -> row.certainty() != UnpatchedView.Certainty.CLEARED || !filter.asksWhatIsLeft());
    }

    /** By any of the names of the vulnerability: one of ours, its CVE id, or an id that others use. */
    private Predicate<Row> called(@Nullable String advisory) {
        if (advisory == null) {
            return row -> true;
        }
        Set<String> keys = matching.named(advisory);
        return row -> row.advisory().equals(advisory) || keys.contains(row.advisory());
    }

    private static Predicate<Row> concerning(@Nullable String thirdParty) {
        return row -> thirdParty == null
                || row.flaw().reachableBy().contains(thirdParty)
                || thirdParty.equals(row.supplier());
    }

    private static Predicate<Row> within(Estate estate, @Nullable String organization, @Nullable String zone) {
        return row -> isWithin(estate, row.flaw().installation(), organization, zone);
    }

    private static boolean isWithin(
            Estate estate, Installation installation, @Nullable String organization, @Nullable String zone) {
        return same(zone, estate.zoneOf(installation.place()))
                && (organization == null || organization.equals(estate.organizationOf(installation.place())));
    }

    private static boolean flagged(UnpatchedFilter filter, Flaw flaw) {
        return same(filter.exploited(), flaw.exploited())
                && same(filter.overdue(), flaw.deadline().overdue())
                && same(filter.noFix(), flaw.noFix())
                && same(filter.reachable(), flaw.reach() == Reach.THIRD_PARTY)
                && same(filter.unknown(), flaw.match().verdict() == Verdict.UNKNOWN);
    }

    private static Map<String, Function<Row, String>> fields(ListQuery query) {
        return Map.of(
                "severity",
                row -> rank(row.certainty(), query)
                        + row.severity().ordinal()
                        + Listing.sortable(row.milliPoints())
                        + settled(row, query),
                "score",
                row -> rank(row.certainty(), query) + Listing.sortable(row.milliPoints()) + settled(row, query),
                "key",
                Row::installation,
                "advisory",
                Row::advisory);
    }

    /** By how bad it is, what is proven stands before what is possible, and that before the rest, whichever end comes first. */
    private static String rank(UnpatchedView.Certainty certainty, ListQuery query) {
        int last = UnpatchedView.Certainty.values().length - 1;
        return String.valueOf(query.order().descending() ? last - certainty.ordinal() : certainty.ordinal());
    }

    /** Of two as bad, the one that a source settles stands before the one that counts because we said too little. */
    private static String settled(Row row, ListQuery query) {
        boolean settled = row.flaw().match().verdict() != Verdict.UNKNOWN;
        return settled == query.order().descending() ? "1" : "0";
    }

    private static String sortable(BigDecimal score) {
        return Listing.sortable(score.movePointRight(1).longValue());
    }
}
