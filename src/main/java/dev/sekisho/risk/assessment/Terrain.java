package dev.sekisho.risk.assessment;

import dev.sekisho.risk.assessment.Pricing.Barrier;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Environment;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.path.Crossing;
import dev.sekisho.risk.path.District;
import dev.sekisho.risk.path.Ground;
import dev.sekisho.risk.path.Network;
import dev.sekisho.risk.score.Completion;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Lays out our network for the search. */
final class Terrain {
    private static final Comparator<Ground> WORST_FIRST =
            Comparator.comparingInt(Ground::criticality).reversed().thenComparing(Ground::subject);

    final Network network;

    private record Layout(List<District> districts, List<Crossing> crossings) {}

    private record Land(Zone zone, List<Asset> hosts, Completion unknown) {}

    Terrain(Frame frame, Postures postures, Inventory inventory, Completion unknown, Step step) {
        List<District> districts = step.derive(
                        "districts",
                        frame.zoneRoster,
                        zone -> new Land(frame.zones.get(zone), frame.hosts.get(zone), unknown),
                        Terrain::district)
                .values();
        List<Crossing> crossings = step
                .derive(
                        "crossings",
                        frame.zoneLinks,
                        at -> barrier(at, frame, postures, inventory),
                        barrier -> new Crossing((ZoneLink) barrier.link(), Pricing.ways(barrier)))
                .stream()
                .filter(crossing -> crossing.link().state().up())
                .toList();
        network = step.value(
                "network", new Layout(districts, crossings), layout -> new Network(layout.districts, layout.crossings));
    }

    private static Barrier barrier(int at, Frame frame, Postures postures, Inventory inventory) {
        ZoneLink link = frame.zoneLinks.get(at);
        int zone = frame.zone(link.zone());
        return Barrier.at(
                link, postures.zoneLinks().get(at), inventory.zone(zone), Software.NONE, frame.hosts.get(zone), null);
    }

    private static District district(Land land) {
        Zone zone = land.zone;
        Completion unknown = land.unknown;
        var subject = new Subject(Subject.Kind.ZONE, zone.key());
        Stream<Ground> itself = Stream.of(new Ground(subject, zone.name(), unknown.criticality(zone.criticality())));
        Stream<Ground> hosts = land.hosts.stream().map(asset -> ground(asset, unknown));
        List<Ground> grounds = Stream.concat(itself, hosts).sorted(WORST_FIRST).toList();
        return new District(zone.key(), zone.organization(), zone.environment() == Environment.TEST, grounds);
    }

    private static Ground ground(Asset asset, Completion unknown) {
        var subject = new Subject(Subject.Kind.ASSET, asset.key());
        return new Ground(subject, asset.name(), unknown.criticality(asset.criticality()));
    }
}
