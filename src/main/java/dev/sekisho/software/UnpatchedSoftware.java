package dev.sekisho.software;

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
import dev.sekisho.web.ProblemException;
import dev.sekisho.web.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The installations with a live flaw, out of what the assessment found. */
@ApplicationScoped
class UnpatchedSoftware {
    static final List<String> SORTABLE = List.of("severity", "score", "key", "advisory");

    Page<UnpatchedView> page(Snapshot now, ListQuery query) {
        List<UnpatchedView> items =
                items(now).filter(item -> wanted(item, query)).toList();
        return new Listing<>(items, fields(), item -> item.key() + "/" + item.advisory()).page(query);
    }

    /** The rows the query wants, grouped by what it asks for. */
    Page<UnpatchedGroupView> groups(Snapshot now, ListQuery query, UnpatchedGroupView.By by) {
        var rows = new TreeMap<String, List<UnpatchedView>>();
        items(now)
                .filter(item -> wanted(item, query))
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
                ? now.assessment().estate().products().get(key).name()
                : now.assessment().estate().thirdParties().get(key).name();
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

    private static boolean wanted(UnpatchedView item, ListQuery query) {
        String thirdParty = query.filter("thirdParty");
        return (thirdParty == null || item.reachableBy().contains(thirdParty) || thirdParty.equals(item.supplier()))
                && same(query.filter("product"), item.product())
                && same(query.filter("installation"), item.key())
                && same(query.filter("advisory"), item.advisory())
                && yes(query, "exploited", item.exploited() != null)
                && yes(query, "overdue", item.deadline().daysOverdue() > 0)
                && yes(query, "noFix", item.fix() == null)
                && yes(query, "reachable", item.reach() == Reach.THIRD_PARTY)
                && yes(query, "unknown", item.verdict() == Verdict.UNKNOWN)
                && atLeast(query.filter("severity", Severity.class), item.severity());
    }

    private static boolean same(@Nullable String asked, String value) {
        return asked == null || asked.equals(value);
    }

    private static boolean atLeast(@Nullable Severity asked, Severity severity) {
        return asked == null || severity.compareTo(asked) >= 0;
    }

    private static boolean yes(ListQuery query, String name, boolean value) {
        String asked = query.filter(name);
        if (asked == null) {
            return true;
        }
        if (!asked.equals("true") && !asked.equals("false")) {
            throw ProblemException.at(ProblemType.INVALID, name, name + " takes true or false.");
        }
        return value == Boolean.parseBoolean(asked);
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
