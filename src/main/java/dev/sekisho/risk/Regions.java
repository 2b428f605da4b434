package dev.sekisho.risk;

import dev.sekisho.risk.Catchment.Basin;
import dev.sekisho.risk.Catchment.Source;
import dev.sekisho.risk.path.Ways;
import dev.sekisho.risk.score.LinkRisk;
import dev.sekisho.risk.score.Model;
import dev.sekisho.risk.score.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Scores of zones and organizations: what flows into them from all connection points. */
final class Regions {
    private final Frame frame;
    private final Waters worst;
    private final Waters best;
    private final Catchment reported;
    private final Catchment high;
    private final Catchment low;
    private final @Nullable Score[] zones;

    /** The connection points of one picture by landing zone, and the basins they fill. */
    private record Waters(Picture picture, List<List<LinkPicture>> landing, List<Basin> reported, List<Basin> high) {

        static Waters of(Picture picture, @Nullable Waters previous) {
            List<List<LinkPicture>> landing = IntStream.range(0, picture.frame.zones.size())
                    .<List<LinkPicture>>mapToObj(zone -> new ArrayList<>())
                    .toList();
            picture.points.forEach(point ->
                    landing.get(picture.frame.zone(point.link().zone())).add(point));
            Waters comparable =
                    previous != null && previous.picture.frame.zones == picture.frame.zones ? previous : null;
            int milliPerBreak = Catchment.milliPerBreak(picture.frame.model.rollUp());
            return new Waters(
                    picture,
                    landing,
                    basins(landing, comparable, w -> w.reported, LinkRisk::milliPoints, milliPerBreak),
                    basins(landing, comparable, w -> w.high, LinkRisk::highMilli, milliPerBreak));
        }

        private static List<Basin> basins(
                List<List<LinkPicture>> landing,
                @Nullable Waters previous,
                Function<Waters, List<Basin>> which,
                ToIntFunction<LinkRisk> risk,
                int milliPerBreak) {
            return IntStream.range(0, landing.size())
                    .mapToObj(zone -> previous != null && same(landing.get(zone), previous.landing.get(zone))
                            ? which.apply(previous).get(zone)
                            : basin(landing.get(zone), risk, milliPerBreak))
                    .toList();
        }

        private static Basin basin(List<LinkPicture> landing, ToIntFunction<LinkRisk> risk, int milliPerBreak) {
            var sources = new ArrayList<Source>();
            for (LinkPicture point : landing) {
                Ways ways = point.ways();
                if (ways != null) {
                    int left = risk.applyAsInt(point.risk()) - ways.fewest() * milliPerBreak;
                    sources.add(new Source(point.link().key(), point.link().name(), left, ways.fewest()));
                }
            }
            return new Basin(sources);
        }

        private static boolean same(List<LinkPicture> one, List<LinkPicture> other) {
            return one.size() == other.size()
                    && IntStream.range(0, one.size()).allMatch(i -> one.get(i) == other.get(i));
        }

        /** Zones into which a changed basin may flow; all of them where the network itself changed. */
        void markChanged(BitSet affected, Waters before, int farthest) {
            if (before.picture.network() != picture.network()) {
                affected.set(0, landing.size());
                return;
            }
            var changed = new BitSet();
            for (int zone = 0; zone < landing.size(); zone++) {
                changed.set(zone, reported.get(zone) != before.reported.get(zone));
            }
            int[] steps = picture.network().stepsFrom(changed);
            for (int zone = 0; zone < steps.length; zone++) {
                affected.set(zone, affected.get(zone) || steps[zone] <= farthest);
            }
        }
    }

    Regions(Picture worst, Picture best, @Nullable Regions previous) {
        this.frame = worst.frame;
        this.worst = Waters.of(worst, previous == null ? null : previous.worst);
        this.best = Waters.of(best, previous == null ? null : previous.best);
        Model.RollUp model = frame.model.rollUp();
        reported = new Catchment(this.worst.reported, model);
        high = new Catchment(this.worst.high, model);
        low = new Catchment(this.best.reported, model);
        zones = new Score[frame.zones.size()];
        if (previous != null && previous.frame.zones == frame.zones && frame.sameConditions(previous.frame)) {
            keep(previous, Catchment.farthest(model));
        }
    }

    private void keep(Regions previous, int farthest) {
        var affected = new BitSet();
        worst.markChanged(affected, previous.worst, farthest);
        best.markChanged(affected, previous.best, farthest);
        for (int zone = affected.nextClearBit(0); zone < zones.length; zone = affected.nextClearBit(zone + 1)) {
            zones[zone] = previous.zones[zone];
        }
    }

    Score zone(int zone) {
        Score known = zones[zone];
        if (known == null) {
            var target = new BitSet();
            target.set(zone);
            known = of(target);
            zones[zone] = known;
        }
        return known;
    }

    List<Score> zones() {
        IntStream.range(0, zones.length).parallel().forEach(this::zone);
        return Arrays.asList(zones);
    }

    Score organization(String organization) {
        var own = new BitSet();
        for (int zone = 0; zone < zones.length; zone++) {
            own.set(zone, frame.zones.get(zone).organization().equals(organization));
        }
        return of(own);
    }

    private Score of(BitSet targets) {
        int[] steps = worst.picture.network().stepsInto(targets);
        var lines = reported.lines(steps);
        int score = reported.total(steps);
        int least = low.total(best.picture.network().stepsInto(targets));
        return new Score(lines, Math.min(score, least), Math.max(score, high.total(steps)));
    }
}
