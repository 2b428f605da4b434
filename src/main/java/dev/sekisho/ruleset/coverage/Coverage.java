package dev.sekisho.ruleset.coverage;

import static dev.sekisho.web.list.ListQuery.same;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.score.Knowledge;
import dev.sekisho.ruleset.coverage.CoverageView.DoubtView;
import dev.sekisho.ruleset.coverage.CoverageView.ThirdPartyView;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Counts links by how well it is known what they let through. */
final class Coverage {
    private static final int LISTED = 100;

    private static final Comparator<ThirdPartyView> LEAST_PROVEN = Comparator.comparingInt(
                    (ThirdPartyView one) -> one.connectionPoints().unproven())
            .reversed()
            .thenComparing(ThirdPartyView::key);

    private Coverage() {}

    static CoverageView of(Assessment assessment, CoverageFilter filter) {
        Estate estate = assessment.estate();
        Predicate<Link> wanted = wanted(estate, filter);
        List<Known> points =
                Known.among(estate.connectionPoints().values(), Subject.Kind.CONNECTION_POINT, assessment, wanted);
        List<Known> inner = Known.among(estate.zoneLinks().values(), Subject.Kind.ZONE_LINK, assessment, wanted);
        List<Known> all = Stream.concat(points.stream(), inner.stream()).toList();
        List<ThirdPartyView> parties = thirdParties(estate, points);
        return new CoverageView(
                CountedView.of(all),
                CountedView.of(points),
                CountedView.of(inner),
                doubts(all),
                parties.stream().sorted(LEAST_PROVEN).limit(LISTED).toList(),
                parties.size());
    }

    private static Predicate<Link> wanted(Estate estate, CoverageFilter filter) {
        return link -> same(filter.thirdParty(), link.thirdParty())
                && same(filter.zone(), link.zone())
                && same(
                        filter.organization(),
                        requireNonNull(estate.zones().get(link.zone())).organization());
    }

    private static List<DoubtView> doubts(List<Known> links) {
        Map<Knowledge.Doubt, Long> counted = links.stream()
                .flatMap(one -> one.knowledge().doubts().stream())
                .collect(groupingBy(doubt -> doubt, counting()));
        return counted.entrySet().stream()
                .map(one -> new DoubtView(one.getKey(), one.getValue().intValue()))
                .sorted(Comparator.comparingInt(DoubtView::links).reversed().thenComparing(DoubtView::doubt))
                .toList();
    }

    private static List<ThirdPartyView> thirdParties(Estate estate, List<Known> points) {
        Map<String, List<Known>> byParty = points.stream()
                .collect(groupingBy(one -> requireNonNull(one.link().thirdParty())));
        return byParty.entrySet().stream()
                .map(one -> new ThirdPartyView(
                        one.getKey(),
                        requireNonNull(estate.thirdParties().get(one.getKey())).name(),
                        CountedView.of(one.getValue())))
                .toList();
    }
}
