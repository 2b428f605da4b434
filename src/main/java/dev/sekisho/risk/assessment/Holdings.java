package dev.sekisho.risk.assessment;

import static java.util.Objects.requireNonNull;

import dev.sekisho.risk.entry.BreakCost;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.software.Advisory;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.path.Ways;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is installed in every zone, at every connection point and at what third parties hold for us, whatever the day and whatever is unknown.
 */
record Holdings(
        Derived<?, InstalledAtPlace> zones,
        Derived<?, InstalledAtPlace> points,
        Derived<?, InstalledAtPlace> holdings) {

    /** The facts about software and hosts, as long as they are the very same. */
    private record Facts(Estate estate) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Facts that && estate.sharesSoftwareWith(that.estate);
        }

        @Override
        public int hashCode() {
            return estate.installations().size();
        }
    }

    static Holdings of(AssessmentInput input, Step step) {
        Estate estate = input.estate;
        var facts = new Facts(estate);
        return new Holdings(
                step.over(input.zones)
                        .reading(input.hostsOfZones)
                        .readingFrom(facts)
                        .collect(
                                "installed in zones",
                                zone -> InstalledAtPlace.at(
                                        places(input.zones.get(zone), input.hostsOfZones.get(zone)), estate)),
                step.over(input.points)
                        .readingFrom(facts)
                        .collect(
                                "installed at points",
                                point -> at(
                                        Place.Kind.CONNECTION_POINT,
                                        input.points.get(point).key(),
                                        estate)),
                step.over(input.held)
                        .readingFrom(facts)
                        .collect(
                                "installed at holdings",
                                at -> at(
                                        Place.Kind.DATA_HOLDING,
                                        input.held.get(at).key(),
                                        estate)));
    }

    private static InstalledAtPlace at(Place.Kind kind, String key, Estate estate) {
        var place = new Place(kind, key);
        return estate.installationsAt(place).isEmpty()
                ? InstalledAtPlace.NOTHING
                : InstalledAtPlace.at(Stream.of(place), estate);
    }

    /** Where software may be in a zone. */
    static Stream<Place> places(Zone zone, List<Asset> hosts) {
        return Stream.concat(
                Stream.of(new Place(Place.Kind.ZONE, zone.key())),
                hosts.stream().map(host -> new Place(Place.Kind.ASSET, host.key())));
    }

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
                    .map(match -> new Concern(
                            match, requireNonNull(estate.advisories().get(match.advisory()))))
                    .toList();
            return new Item(installation, requireNonNull(estate.products().get(installation.product())), concerns);
        }

        private static Ways products(List<Item> items) {
            return Ways.each(items.stream()
                    .map(Item::installation)
                    .filter(installation -> installation.useState().live())
                    .map(installation -> BreakCost.product(installation.product())));
        }

        /** What is left without some of it; this very object where there is none of that. */
        InstalledAtPlace without(Predicate<Installation> which) {
            List<Item> left = items.stream()
                    .filter(item -> !which.test(item.installation))
                    .toList();
            return left.size() == items.size() ? this : new InstalledAtPlace(left, products(left));
        }

        boolean isEmpty() {
            return items.isEmpty();
        }
    }
}
