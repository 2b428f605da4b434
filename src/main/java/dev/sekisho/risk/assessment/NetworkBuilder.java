package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Environment;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.path.Network;
import dev.sekisho.risk.path.ZoneCrossing;
import dev.sekisho.risk.path.ZoneNode;
import dev.sekisho.risk.path.ZoneNode.TargetInZone;
import dev.sekisho.risk.score.Completion;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Lays out our network for the search. */
final class NetworkBuilder implements Step.Evolving<NetworkBuilder.Layout, Network.Change> {
    private static final Comparator<TargetInZone> WORST_FIRST =
            Comparator.comparingInt(TargetInZone::criticality).reversed().thenComparing(TargetInZone::subject);

    record Layout(List<ZoneNode> districts, List<ZoneCrossing> crossings) {
        private List<ZoneCrossing> up() {
            return crossings.stream()
                    .filter(crossing -> crossing.link().state().up())
                    .toList();
        }
    }

    private record Land(Zone zone, List<Asset> hosts, Completion unknown) {}

    private NetworkBuilder() {}

    static Network.Change build(AssessmentInput input, Barriers barriers, Completion unknown, Step step) {
        Derived<Land, ZoneNode> districts = step.over(input.zones)
                .reading(input.hostsOfZones)
                .derive(
                        "districts",
                        zone -> new Land(input.zones.get(zone), input.hostsOfZones.get(zone), unknown),
                        NetworkBuilder::district);
        Derived<ZoneCrossing, ZoneCrossing> crossings = step.over(input.zoneLinks)
                .reading(barriers.zoneLinks)
                .collect("crossings", at -> new ZoneCrossing(input.zoneLinks.get(at), barriers.zoneLinks.get(at)));
        return step.evolve("network", new Layout(districts.values(), crossings.values()), new NetworkBuilder());
    }

    @Override
    public Network.Change first(Layout layout) {
        var everywhere = new BitSet();
        everywhere.set(0, layout.districts.size());
        return new Network.Change(new Network(layout.districts, layout.up()), everywhere, everywhere);
    }

    @Override
    public Network.Change next(Network.Change before, Layout layout) {
        return before.network().with(layout.districts, layout.up());
    }

    @Override
    public Network.Change still(Network.Change before) {
        return new Network.Change(before.network(), new BitSet(), new BitSet());
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
