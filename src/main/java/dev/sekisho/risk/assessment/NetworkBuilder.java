package dev.sekisho.risk.assessment;

import dev.sekisho.risk.assessment.BreakCost.Barrier;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Environment;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.path.Network;
import dev.sekisho.risk.path.TargetInZone;
import dev.sekisho.risk.path.ZoneCrossing;
import dev.sekisho.risk.path.ZoneNode;
import dev.sekisho.risk.score.Completion;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Lays out our network for the search. */
final class NetworkBuilder {
    private static final Comparator<TargetInZone> WORST_FIRST =
            Comparator.comparingInt(TargetInZone::criticality).reversed().thenComparing(TargetInZone::subject);

    final Network network;

    private record Layout(List<ZoneNode> districts, List<ZoneCrossing> crossings) {}

    private record Land(Zone zone, List<Asset> hosts, Completion unknown) {}

    NetworkBuilder(AssessmentInput frame, Postures postures, SoftwareByPlace inventory, Completion unknown, Step step) {
        List<ZoneNode> districts = step.derive(
                        "districts",
                        frame.zoneRoster,
                        zone -> new Land(frame.zones.get(zone), frame.hosts.get(zone), unknown),
                        NetworkBuilder::district)
                .values();
        List<ZoneCrossing> crossings = step
                .derive(
                        "crossings",
                        frame.zoneLinks,
                        at -> barrier(at, frame, postures, inventory),
                        barrier -> new ZoneCrossing((ZoneLink) barrier.link(), BreakCost.ways(barrier)))
                .stream()
                .filter(crossing -> crossing.link().state().up())
                .toList();
        network = step.value(
                "network", new Layout(districts, crossings), layout -> new Network(layout.districts, layout.crossings));
    }

    private static Barrier barrier(int at, AssessmentInput frame, Postures postures, SoftwareByPlace inventory) {
        ZoneLink link = frame.zoneLinks.get(at);
        int zone = frame.zone(link.zone());
        return Barrier.at(
                link, postures.zoneLinks().get(at), inventory.zone(zone), Software.NONE, frame.hosts.get(zone), null);
    }

    private static ZoneNode district(Land land) {
        Zone zone = land.zone;
        Completion unknown = land.unknown;
        var subject = new Subject(Subject.Kind.ZONE, zone.key());
        Stream<TargetInZone> itself =
                Stream.of(new TargetInZone(subject, zone.name(), unknown.criticality(zone.criticality())));
        Stream<TargetInZone> hosts = land.hosts.stream().map(asset -> ground(asset, unknown));
        List<TargetInZone> grounds =
                Stream.concat(itself, hosts).sorted(WORST_FIRST).toList();
        return new ZoneNode(zone.key(), zone.organization(), zone.environment() == Environment.TEST, grounds);
    }

    private static TargetInZone ground(Asset asset, Completion unknown) {
        var subject = new Subject(Subject.Kind.ASSET, asset.key());
        return new TargetInZone(subject, asset.name(), unknown.criticality(asset.criticality()));
    }
}
