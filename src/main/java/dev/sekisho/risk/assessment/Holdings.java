package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.Step;
import java.util.List;
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
}
