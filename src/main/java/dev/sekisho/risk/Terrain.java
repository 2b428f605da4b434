package dev.sekisho.risk;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Environment;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.ZoneLink;
import dev.sekisho.risk.path.Crossing;
import dev.sekisho.risk.path.District;
import dev.sekisho.risk.path.Ground;
import dev.sekisho.risk.path.Network;
import dev.sekisho.risk.score.Completion;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lays out our network for the search. */
final class Terrain {
    private static final Comparator<Ground> WORST_FIRST =
            Comparator.comparingInt(Ground::criticality).reversed().thenComparing(Ground::subject);

    final Frame frame;
    final List<District> districts;
    final Network network;

    Terrain(Frame frame, Postures postures, Inventory inventory, Completion unknown, @Nullable Terrain previous) {
        this.frame = frame;
        districts = previous != null && sameGround(previous.frame)
                ? previous.districts
                : frame.zones.stream().map(zone -> district(zone, unknown)).toList();
        var pricing = new Pricing(frame.estate);
        List<Crossing> crossings = IntStream.range(0, frame.zoneLinks.size())
                .filter(i -> frame.zoneLinks.get(i).state().up())
                .mapToObj(i -> crossing(i, pricing, postures, inventory))
                .toList();
        network = new Network(districts, crossings).orSame(previous == null ? null : previous.network);
    }

    private boolean sameGround(Frame before) {
        return before.zones == frame.zones && before.estate.assets() == frame.estate.assets();
    }

    private Crossing crossing(int at, Pricing pricing, Postures postures, Inventory inventory) {
        ZoneLink link = frame.zoneLinks.get(at);
        return new Crossing(
                link, pricing.ways(link, postures.zoneLinks().get(at), inventory.zone(frame.zone(link.zone()))));
    }

    private District district(Zone zone, Completion unknown) {
        var subject = new Subject(Subject.Kind.ZONE, zone.key());
        Stream<Ground> itself = Stream.of(new Ground(subject, zone.name(), unknown.criticality(zone.criticality())));
        Stream<Ground> hosts = frame.estate.assetsIn(zone.key()).stream().map(asset -> ground(asset, unknown));
        List<Ground> grounds = Stream.concat(itself, hosts).sorted(WORST_FIRST).toList();
        return new District(zone.key(), zone.organization(), zone.environment() == Environment.TEST, grounds);
    }

    private static Ground ground(Asset asset, Completion unknown) {
        var subject = new Subject(Subject.Kind.ASSET, asset.key());
        return new Ground(subject, asset.name(), unknown.criticality(asset.criticality()));
    }
}
