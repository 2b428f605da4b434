package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.incremental.Touched;
import dev.sekisho.risk.path.Network;
import dev.sekisho.risk.score.Causes;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.stake.Basin;
import dev.sekisho.risk.stake.Basin.Way;
import dev.sekisho.risk.stake.Outlook;
import dev.sekisho.risk.stake.Stakes;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The ways in over all connection points that are up, by the zone they land in, with what lies before each. */
final class WaysInto {
    /** By zone. */
    final Derived<?, Basin> basins;

    /** By connection point; empty where it is down. */
    final Derived<Optional<Way>, Optional<Way>> ways;

    /** By connection point; none where it is down. */
    final Derived<?, Outlook> outlooks;

    private record Landing(List<Optional<Way>> ways, BitSet reach) {}

    private record View(Basin basin, Stakes stakes) {}

    private record Seen(Optional<Way> way, Basin basin, List<Outlook> all) {}

    /** What goes into a way. */
    record Parts(
            AssessmentInput input,
            Postures postures,
            SoftwareByPlace software,
            FirewallSoftware firewalls,
            Upkeeps upkeeps) {}

    WaysInto(Parts parts, Derived<WayIn, WayIn> waysIn, Network.Change laid, Stakes stakes, Step step) {
        AssessmentInput input = parts.input;
        Network network = laid.network();
        Derived<Causes, Causes> pools = step.over(input.points)
                .reading(parts.postures.points)
                .reading(parts.software.points)
                .reading(parts.software.zones, input.pointsByZone)
                .reading(parts.firewalls.points)
                .collect("software where points land", at -> pool(parts, at));
        ways = step.over(input.points)
                .reading(waysIn)
                .reading(parts.upkeeps.points)
                .reading(pools)
                .collect("ways", at -> way(input.points.get(at), waysIn.get(at), parts.upkeeps, pools.get(at), at));
        basins = step.over(input.zones)
                .readingMembers(ways, input.pointsByZone)
                .reading(new Touched(laid.from()))
                .derive(
                        "basins",
                        zone -> new Landing(input.pointsByZone.of(zone, ways.values()), network.reach(zone)),
                        landing -> Basin.of(
                                landing.ways.stream().flatMap(Optional::stream).toList(), landing.reach));
        Derived<View, List<Outlook>> views = step.over(input.zones)
                .reading(basins)
                .readingFrom(stakes)
                .derive("views", zone -> new View(basins.get(zone), stakes), view -> view.basin.outlooks(view.stakes));
        outlooks = step.over(input.points)
                .reading(ways)
                .reading(basins, input.pointsByZone)
                .reading(views, input.pointsByZone)
                .derive(
                        "outlooks",
                        at -> new Seen(
                                ways.get(at),
                                basins.get(input.pointsByZone.of(at)),
                                views.get(input.pointsByZone.of(at))),
                        seen -> seen.way
                                .map(way -> seen.all.get(seen.basin.groupOf(way.approach(), way.pool())))
                                .orElse(Outlook.NONE));
    }

    private static Optional<Way> way(ConnectionPoint point, WayIn wayIn, Upkeeps upkeeps, Causes pool, int at) {
        return Optional.ofNullable(wayIn.approach())
                .map(approach -> Way.over(point, upkeeps.points.get(at), approach, pool));
    }

    /** What somebody gets hold of who comes in here: nothing behind rules that permit nothing, but always the firewall. */
    private static Causes pool(Parts parts, int at) {
        Posture posture = parts.postures.points.get(at);
        Causes own = parts.software.points.get(at).pool();
        Causes behind = posture.permitsNothing()
                ? Causes.NONE
                : parts.software.zones.get(parts.input.pointsByZone.of(at)).pool();
        return behind.and(own)
                .and(Objects.requireNonNull(parts.firewalls.points.get(at)).pool());
    }
}
