package dev.sekisho.risk.assessment;

import static java.util.Objects.requireNonNull;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.software.Advisory;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.path.Ways;
import dev.sekisho.risk.score.Completion;
import dev.sekisho.risk.score.Exposedness;
import dev.sekisho.risk.score.Flaw;
import dev.sekisho.risk.score.Weaknesses;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The software of every zone and connection point, judged. */
final class Inventory {
    private final Frame frame;
    private final Weaknesses weaknesses;
    private final List<Software> zones;
    private final List<Software> points;

    Inventory(
            Frame frame,
            Postures postures,
            Surroundings surroundings,
            Completion unknown,
            @Nullable Inventory previous) {
        this.frame = frame;
        this.weaknesses = new Weaknesses(frame.model, frame.today, unknown);
        Inventory same = previous != null && sameSoftware(previous.frame) ? previous : null;
        Inventory installed = previous != null && sameInstalled(previous.frame) ? previous : null;
        zones = IntStream.range(0, frame.zones.size())
                .parallel()
                .mapToObj(zone -> zone(zone, surroundings.of(zone), same, installed))
                .toList();
        points = frame.points.about(
                same == null ? null : same.points,
                same == null ? new BitSet() : frame.pointsByZone.members(changedZones(same)),
                i -> point(i, postures, surroundings, installed));
    }

    /** Zones whose software is no more the very same, of as many zones as before. */
    BitSet changedZones(Inventory before) {
        var changed = new BitSet();
        for (int zone = 0; zone < zones.size(); zone++) {
            changed.set(zone, zones.get(zone) != before.zones.get(zone));
        }
        return changed;
    }

    List<Software> points() {
        return points;
    }

    Stream<Software> all() {
        return Stream.concat(zones.stream(), points.stream());
    }

    Software zone(int zone) {
        return zones.get(zone);
    }

    Software point(int point) {
        return points.get(point);
    }

    private boolean sameSoftware(Frame before) {
        return before.sameConditions(frame) && sameInstalled(before);
    }

    private boolean sameInstalled(Frame before) {
        return before.zones == frame.zones && before.estate.sharesSoftwareWith(frame.estate);
    }

    /** @param installed with the same installed in the same places, whatever the day */
    private Software zone(int zone, Exposedness place, @Nullable Inventory previous, @Nullable Inventory installed) {
        if (previous != null && previous.zones.get(zone).place() == place) {
            return previous.zones.get(zone);
        }
        return software(
                place,
                places(frame, zone),
                installed == null ? null : installed.zones.get(zone).products());
    }

    /** Where software may be in a zone. */
    static Stream<Place> places(Frame frame, int zone) {
        String key = frame.zones.get(zone).key();
        return Stream.concat(
                Stream.of(new Place(Place.Kind.ZONE, key)),
                frame.estate.assetsIn(key).stream().map(Asset::key).map(asset -> new Place(Place.Kind.ASSET, asset)));
    }

    private Software point(int at, Postures postures, Surroundings surroundings, @Nullable Inventory installed) {
        ConnectionPoint point = frame.points.get(at);
        var here = new Place(Place.Kind.CONNECTION_POINT, point.key());
        if (frame.estate.installationsAt(here).isEmpty()) {
            return Software.NONE;
        }
        Software before = frame.points.earlier(installed == null ? null : installed.points, at);
        return software(
                surroundings.of(point, postures.points().get(at)),
                Stream.of(here),
                before == null ? null : before.products());
    }

    /** @param products the ways in through what is installed there, where they are known */
    private Software software(Exposedness place, Stream<Place> places, @Nullable Ways products) {
        List<Installation> installations =
                places.flatMap(at -> frame.estate.installationsAt(at).stream()).toList();
        List<Flaw> flaws = installations.stream()
                .flatMap(installation -> flaws(installation, place))
                .toList();
        return Software.of(place, flaws, products == null ? products(installations) : products, frame.model);
    }

    private static Ways products(List<Installation> installations) {
        return Ways.each(installations.stream()
                .filter(installation -> installation.useState().live())
                .map(installation -> Pricing.product(installation.product())));
    }

    private Stream<Flaw> flaws(Installation installation, Exposedness place) {
        Product product = requireNonNull(frame.estate.products().get(installation.product()));
        return frame.estate.matchesOf(installation.key()).stream().map(match -> {
            Advisory advisory = requireNonNull(frame.estate.advisories().get(match.advisory()));
            return weaknesses.judge(installation, product, advisory, match, place);
        });
    }
}
