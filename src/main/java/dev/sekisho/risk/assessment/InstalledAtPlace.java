package dev.sekisho.risk.assessment;

import static java.util.Objects.requireNonNull;

import dev.sekisho.risk.entry.BreakCost;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.software.Advisory;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.path.Ways;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is installed together, with every advisory that may concern it: all that is known of software at some places.
 *
 * @param products one way in for each product in use
 */
record InstalledAtPlace(List<Item> items, Ways products) {
    static final InstalledAtPlace NOTHING = new InstalledAtPlace(List.of(), Ways.NONE);

    record Item(Installation installation, Product product, List<Concern> concerns) {}

    record Concern(Match match, Advisory advisory) {}

    static InstalledAtPlace at(Stream<Place> places, Estate estate) {
        List<Item> items = places.flatMap(place -> estate.installationsAt(place).stream())
                .map(installation -> item(installation, estate))
                .toList();
        return items.isEmpty() ? NOTHING : new InstalledAtPlace(items, products(items));
    }

    private static Item item(Installation installation, Estate estate) {
        List<Concern> concerns = estate.matchesOf(installation.key()).stream()
                .map(match ->
                        new Concern(match, requireNonNull(estate.advisories().get(match.advisory()))))
                .toList();
        return new Item(installation, requireNonNull(estate.products().get(installation.product())), concerns);
    }

    private static Ways products(List<Item> items) {
        return Ways.each(items.stream()
                .map(Item::installation)
                .filter(installation -> installation.useState().live())
                .map(installation -> BreakCost.product(installation.product())));
    }

    /** What is left without some places; this very object where nothing is there. */
    InstalledAtPlace without(Set<Place> places) {
        List<Item> left = items.stream()
                .filter(item -> !places.contains(item.installation.place()))
                .toList();
        return left.size() == items.size() ? this : new InstalledAtPlace(left, products(left));
    }

    boolean isEmpty() {
        return items.isEmpty();
    }
}
