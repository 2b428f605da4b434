package dev.sekisho.risk.assessment;

import dev.sekisho.risk.entry.Door;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.incremental.Touched;
import dev.sekisho.risk.path.Approach;
import dev.sekisho.risk.path.Network;
import dev.sekisho.risk.score.Upkeep;
import dev.sekisho.risk.stake.Basin;
import dev.sekisho.risk.stake.Basin.Way;
import dev.sekisho.risk.stake.Comers;
import dev.sekisho.risk.stake.Outlook;
import dev.sekisho.risk.stake.Risk.Seen;
import dev.sekisho.risk.stake.Stakes;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** All ways in by the zone they land in, with what lies before each. */
final class WaysInto {
    /** By zone. */
    final Derived<?, Basin> basins;

    /** By connection point; none where it is down. */
    final Derived<?, List<Seen>> points;

    /** By third party, those that lead over no connection point of its own. */
    final Derived<?, List<Seen>> parties;

    private final AssessmentInput input;
    private final Derived<?, List<Outlook>> views;

    private record Landing(List<Way> ways, BitSet reach) {
        private static final Landing NONE = new Landing(List.of(), new BitSet(0));

        static Landing of(List<Way> ways, Network network, int zone) {
            return ways.isEmpty() ? NONE : new Landing(ways, network.reach(zone));
        }
    }

    private record View(Basin basin, Stakes stakes) {}

    /** Ways that land elsewhere than in the zone their connection point is registered for, or over none. */
    private record Strays(List<List<Way>> points, List<List<Way>> parties) {
        Map<Integer, List<Way>> byZone() {
            var byZone = new HashMap<Integer, List<Way>>();
            Stream.of(points, parties)
                    .flatMap(List::stream)
                    .flatMap(List::stream)
                    .forEach(way -> byZone.computeIfAbsent(way.approach().zone(), any -> new ArrayList<>())
                            .add(way));
            return byZone;
        }
    }

    /** A way with the basin it is in, and what lies before each group of that. */
    private record Placed(Way way, Basin basin, List<Outlook> outlooks) {
        Seen seen() {
            return new Seen(way, outlooks.get(basin.groupOf(way.approach(), way.pool())));
        }
    }

    WaysInto(ScenarioResult scenario, Landings landings, Step step) {
        input = scenario.input;
        Upkeeps upkeeps = scenario.upkeeps;
        Derived<?, List<Way>> overPoints = step.over(input.points)
                .reading(scenario.waysIn)
                .reading(upkeeps.points)
                .collect(
                        "ways",
                        at -> ways(
                                scenario.waysIn.get(at),
                                input.points.get(at).thirdParty(),
                                any -> upkeeps.points.get(at)));
        Derived<?, List<Way>> further = step.over(input.parties)
                .reading(scenario.furtherWays)
                .reading(upkeeps.parties)
                .given(input.model)
                .collect(
                        "further ways",
                        at -> ways(
                                scenario.furtherWays.get(at),
                                input.parties.get(at).key(),
                                one -> upkeeps.of(one.door().keeping(), upkeeps.parties.get(at))));
        Derived<?, List<Way>> elsewhere = step.over(input.points)
                .reading(overPoints)
                .collect("ways elsewhere", at -> beyondFirst(overPoints.get(at)));
        Map<Integer, List<Way>> strays =
                step.value("strays", new Strays(elsewhere.values(), further.values()), Strays::byZone);
        var from = new Touched(scenario.laid.from());
        basins = step.over(input.zones)
                .readingMembers(overPoints, input.pointsByZone)
                .reading(from)
                .readingFrom(strays, input.zones.keys())
                .derive(
                        "basins",
                        zone -> Landing.of(landing(zone, overPoints, strays), scenario.network, zone),
                        landing -> Basin.of(landing.ways, landing.reach));
        views = step.over(input.zones)
                .reading(basins)
                .readingFrom(scenario.stakes.all)
                .derive(
                        "views",
                        zone -> new View(basins.get(zone), scenario.stakes.all),
                        view -> view.basin.outlooks(view.stakes));
        points = step.over(input.points)
                .reading(overPoints)
                .reading(basins, input.pointsByZone)
                .reading(landings.touched(basins))
                .reading(views, input.pointsByZone)
                .reading(landings.touched(views))
                .derive("seen over points", at -> placed(overPoints.get(at)), WaysInto::seen);
        parties = step.over(input.parties)
                .reading(further)
                .reading(scenario.doors.touched(basins))
                .reading(scenario.doors.touched(views))
                .derive("seen otherwise", at -> placed(further.get(at)), WaysInto::seen);
    }

    private static List<Way> ways(List<WayIn> all, String party, Function<WayIn, Upkeep> upkeep) {
        return all.stream()
                .map(one -> Way.of(party, one.door(), upkeep.apply(one), one.approach()))
                .toList();
    }

    private static List<Way> beyondFirst(List<Way> ways) {
        return ways.size() < 2 ? List.of() : ways.subList(1, ways.size());
    }

    private List<Way> landing(int zone, Derived<?, List<Way>> overPoints, Map<Integer, List<Way>> strays) {
        Stream<Way> registered = input.pointsByZone
                .members(zone)
                .mapToObj(overPoints::get)
                .flatMap(ways -> ways.stream().limit(1));
        return Stream.concat(registered, strays.getOrDefault(zone, List.of()).stream())
                .toList();
    }

    private List<Placed> placed(List<Way> ways) {
        return ways.stream()
                .map(way -> new Placed(
                        way,
                        basins.get(way.approach().zone()),
                        views.get(way.approach().zone())))
                .toList();
    }

    private static List<Seen> seen(List<Placed> ways) {
        return ways.stream().map(Placed::seen).toList();
    }

    /** What lands in one zone, as it is and at best. */
    record Basins(Basin worst, Basin best) {}

    /**
     * Everybody who lands anywhere.
     *
     * @param basins by zone
     */
    record Everybody(List<Basins> basins, Comers worst, Comers best) {

        static Everybody of(ScenarioResult worst, ScenarioResult best, Step step) {
            Derived<Basins, Basins> all = step.over(worst.input.zones)
                    .reading(worst.into.basins)
                    .reading(best.into.basins)
                    .collect(
                            "basins of both",
                            zone -> new Basins(worst.into.basins.get(zone), best.into.basins.get(zone)));
            List<Basins> basins = all.values();
            var atWorst = new Comers(basins.stream().map(Basins::worst), worst.stakes.all);
            return new Everybody(
                    basins,
                    atWorst,
                    best == worst ? atWorst : new Comers(basins.stream().map(Basins::best), best.stakes.all));
        }
    }

    /** A way in of a third party, and where one comes who takes it. */
    record WayIn(Door door, Approach approach) {

        /** Those that lead into zones. */
        static List<WayIn> through(List<Door> doors, Network network) {
            return doors.stream()
                    .flatMap(door -> Stream.ofNullable(door.zone())
                            .map(zone -> new WayIn(door, network.approach(zone, door.price()))))
                    .toList();
        }
    }
}
