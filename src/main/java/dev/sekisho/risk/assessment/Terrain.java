package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Environment;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.path.Crossing;
import dev.sekisho.risk.path.District;
import dev.sekisho.risk.path.Ground;
import dev.sekisho.risk.path.Network;
import dev.sekisho.risk.score.Completion;
import dev.sekisho.risk.score.Posture;
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
    private final List<Priced> priced;
    final Network network;

    /** What a crossing was priced from. */
    private record Priced(Posture posture, Software behind, List<Asset> hosts, Crossing crossing) {

        /** Whether the same link is priced from the like again. */
        boolean costsAsMuch(Posture now, Software software, List<Asset> there) {
            return hosts == there
                    && posture.unfiltered() == now.unfiltered()
                    && posture.permitsNothing() == now.permitsNothing()
                    && behind.open() == software.open()
                    && behind.products().equals(software.products());
        }
    }

    Terrain(Frame frame, Postures postures, Inventory inventory, Completion unknown, @Nullable Terrain previous) {
        this.frame = frame;
        districts = previous != null && sameGround(previous.frame)
                ? previous.districts
                : frame.zones.stream().map(zone -> district(zone, unknown)).toList();
        var pricing = new Pricing(frame.estate);
        priced = IntStream.range(0, frame.zoneLinks.size())
                .parallel()
                .mapToObj(i -> priced(i, pricing, postures, inventory, previous))
                .toList();
        List<Crossing> crossings = priced.stream()
                .map(Priced::crossing)
                .filter(crossing -> crossing.link().state().up())
                .toList();
        network = previous == null ? new Network(districts, crossings) : previous.network.orWith(districts, crossings);
    }

    private boolean sameGround(Frame before) {
        return before.zones == frame.zones && before.estate.assets() == frame.estate.assets();
    }

    private Priced priced(int at, Pricing pricing, Postures postures, Inventory inventory, @Nullable Terrain previous) {
        ZoneLink link = frame.zoneLinks.get(at);
        Posture posture = postures.zoneLinks().get(at);
        Software behind = inventory.zone(frame.zone(link.zone()));
        List<Asset> hosts = frame.estate.assetsIn(link.zone());
        Priced known = frame.zoneLinks.earlier(previous == null ? null : previous.priced, at);
        Crossing crossing = known != null && known.costsAsMuch(posture, behind, hosts)
                ? known.crossing
                : new Crossing(link, pricing.ways(link, posture, behind));
        return new Priced(posture, behind, hosts, crossing);
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
