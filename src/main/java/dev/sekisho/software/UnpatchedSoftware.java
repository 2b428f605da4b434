package dev.sekisho.software;

import static dev.sekisho.web.ListQuery.atLeast;
import static dev.sekisho.web.ListQuery.same;
import static java.util.Objects.requireNonNull;

import dev.sekisho.assessment.Snapshot;
import dev.sekisho.risk.Severity;
import dev.sekisho.risk.Subject;
import dev.sekisho.risk.estate.Verdict;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.score.Flaw;
import dev.sekisho.risk.score.Reach;
import dev.sekisho.web.ListQuery;
import dev.sekisho.web.Listing;
import dev.sekisho.web.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The installations with a live flaw, out of what the assessment found. */
@ApplicationScoped
class UnpatchedSoftware {
    static final List<String> SORTABLE = List.of("severity", "score", "key", "advisory");

    Page<UnpatchedView> page(Snapshot now, ListQuery query) {
        List<UnpatchedView> items = items(now).filter(wanted(query)).toList();
        return new Listing<>(items, fields(), item -> item.key() + "/" + item.advisory()).page(query);
    }

    /** The rows the query wants, grouped by what it asks for. */
    Page<UnpatchedGroupView> groups(Snapshot now, ListQuery query, UnpatchedGroupView.By by) {
        var rows = new TreeMap<String, List<UnpatchedView>>();
        items(now)
                .filter(wanted(query))
                .forEach(item -> groupsOf(item, by)
                        .forEach(key -> rows.computeIfAbsent(key, any -> new ArrayList<>())
                                .add(item)));
        List<UnpatchedGroupView> items = rows.entrySet().stream()
                .map(entry ->
                        UnpatchedGroupView.of(by, entry.getKey(), nameOf(now, by, entry.getKey()), entry.getValue()))
                .toList();
        var fields = new Listing.SequencedFields<UnpatchedGroupView>(
                SORTABLE,
                Map.of(
                        "severity", item -> item.severity().ordinal() + sortable(item.score()),
                        "score", item -> sortable(item.score()),
                        "key", UnpatchedGroupView::key,
                        "advisory", item -> Listing.sortable(item.advisories())));
        return new Listing<>(items, fields, UnpatchedGroupView::key).page(query);
    }

    private static Set<String> groupsOf(UnpatchedView item, UnpatchedGroupView.By by) {
        if (by == UnpatchedGroupView.By.PRODUCT) {
            return Set.of(item.product());
        }
        var parties = new TreeSet<>(item.reachableBy());
        if (item.supplier() != null) {
            parties.add(item.supplier());
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
    Map<String, Object> vex(Snapshot now) {
        return UnpatchedVex.of(items(now).toList());
    }

    private static Stream<UnpatchedView> items(Snapshot now) {
        Map<String, List<Finding>> findings = now.assessment()
                .findingGroups()
                .flatMap(List::stream)
                .filter(finding -> finding.subject().kind() == Subject.Kind.INSTALLATION)
                .collect(
                        Collectors.groupingBy(finding -> place(finding.subject().key(), finding.cause())));
        return now.assessment().liveFlaws().map(flaw -> view(now, flaw, findings));
    }

    private static UnpatchedView view(Snapshot now, Flaw flaw, Map<String, List<Finding>> findings) {
        String installation = flaw.installation().key();
        var about = new ArrayList<>(
                findings.getOrDefault(place(installation, flaw.advisory().key()), List.of()));
        about.addAll(findings.getOrDefault(place(installation, ""), List.of()));
        return UnpatchedView.of(
                flaw, now.assessment().estate().zoneOf(flaw.installation().place()), about);
    }

    private static String place(String installation, String advisory) {
        return installation + "\n" + advisory;
    }

    private static Predicate<UnpatchedView> wanted(ListQuery query) {
        String product = query.filter("product");
        String installation = query.filter("installation");
        String advisory = query.filter("advisory");
        Severity severity = query.filter("severity", Severity.class);
        return concerning(query.filter("thirdParty"))
                .and(item -> same(product, item.product())
                        && same(installation, item.key())
                        && same(advisory, item.advisory())
                        && atLeast(severity, item.severity()))
                .and(flagged(query));
    }

    private static Predicate<UnpatchedView> concerning(@Nullable String thirdParty) {
        return item ->
                thirdParty == null || item.reachableBy().contains(thirdParty) || thirdParty.equals(item.supplier());
    }

    private static Predicate<UnpatchedView> flagged(ListQuery query) {
        Boolean exploited = query.flag("exploited");
        Boolean overdue = query.flag("overdue");
        Boolean noFix = query.flag("noFix");
        Boolean reachable = query.flag("reachable");
        Boolean unknown = query.flag("unknown");
        return item -> same(exploited, item.exploited() != null)
                && same(overdue, item.deadline().daysOverdue() > 0)
                && same(noFix, item.fix() == null)
                && same(reachable, item.reach() == Reach.THIRD_PARTY)
                && same(unknown, item.verdict() == Verdict.UNKNOWN);
    }

    private static Listing.SequencedFields<UnpatchedView> fields() {
        return new Listing.SequencedFields<>(
                SORTABLE,
                Map.of(
                        "severity", item -> item.severity().ordinal() + sortable(item),
                        "score", UnpatchedSoftware::sortable,
                        "key", UnpatchedView::key,
                        "advisory", UnpatchedView::advisory));
    }

    private static String sortable(UnpatchedView item) {
        return sortable(item.score());
    }

    private static String sortable(BigDecimal score) {
        return Listing.sortable(score.movePointRight(1).longValue());
    }
}
