package dev.sekisho.attackpath;

import static dev.sekisho.web.list.ListQuery.same;
import static java.util.Objects.requireNonNull;

import dev.sekisho.assessment.Snapshot;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.web.list.ListQuery;
import dev.sekisho.web.list.Listing;
import dev.sekisho.web.list.Page;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The matrix of third parties and organizations. */
final class Contagion {
    private Contagion() {}

    static Page<ContagionView> page(Snapshot now, ContagionFilter filter, ListQuery query) {
        Estate estate = now.assessment().estate();
        List<ContagionView> items = estate.thirdParties().values().stream()
                .filter(thirdParty -> same(filter.thirdParty(), thirdParty.key()))
                .flatMap(thirdParty -> rows(now, thirdParty))
                .filter(row -> same(filter.organization(), row.organization()))
                .toList();
        return new Listing<>(items, fields(), row -> row.key() + "/" + row.organization()).page(query);
    }

    private static Stream<ContagionView> rows(Snapshot now, ThirdParty thirdParty) {
        return now.assessment().contagion(thirdParty.key()).entrySet().stream()
                .filter(entry -> entry.getValue().exists())
                .map(entry -> new ContagionView(
                        thirdParty.key(),
                        thirdParty.name(),
                        entry.getKey(),
                        requireNonNull(now.assessment().estate().organizations().get(entry.getKey()))
                                .name(),
                        DistanceView.of(entry.getValue())));
    }

    private static Map<String, Function<ContagionView, String>> fields() {
        return Map.of(
                "distance", row -> Listing.sortable(row.distance().atLeast()),
                "key", ContagionView::key,
                "organization", ContagionView::organization);
    }
}
