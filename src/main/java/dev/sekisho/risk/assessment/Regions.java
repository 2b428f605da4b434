package dev.sekisho.risk.assessment;

import dev.sekisho.risk.assessment.Catchment.Basin;
import dev.sekisho.risk.assessment.Catchment.Source;
import dev.sekisho.risk.incremental.Grouping;
import dev.sekisho.risk.path.Steps;
import dev.sekisho.risk.path.Ways;
import dev.sekisho.risk.score.LinkRisk;
import dev.sekisho.risk.score.Model;
import dev.sekisho.risk.score.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    private final Map<String, Score> organizations = new ConcurrentHashMap<>();
    private final BitSet changed = new BitSet();
    private final boolean aligned;

    /** The connection points of one picture, and the basins they fill by landing zone. */
    private record Waters(Picture picture, List<Basin> reported, List<Basin> high) {

        static Waters of(Picture picture, @Nullable Waters previous) {
            Frame frame = picture.frame;
            Waters comparable = previous != null && previous.picture.frame.zones == frame.zones ? previous : null;
            Model.RollUp model = frame.model.rollUp();
            var reported = new ArrayList<Basin>();
            var high = new ArrayList<Basin>();
            for (int zone = 0; zone < frame.zones.size(); zone++) {
                if (comparable != null && same(picture, comparable.picture, zone)) {
                    reported.add(comparable.reported.get(zone));
                    high.add(comparable.high.get(zone));
                } else {
                    List<LinkPicture> landing = landing(picture, zone);
                    reported.add(basin(landing, LinkRisk::milliPoints, model));
                    high.add(basin(landing, LinkRisk::highMilli, model));
                }
            }
            return new Waters(picture, reported, high);
        }

        private static List<LinkPicture> landing(Picture picture, int zone) {
            Grouping byZone = picture.frame.pointsByZone;
            return IntStream.range(0, byZone.size(zone))
                    .mapToObj(i -> picture.points.get(byZone.member(zone, i)))
                    .toList();
        }

        private static boolean same(Picture picture, Picture before, int zone) {
            Grouping byZone = picture.frame.pointsByZone;
            if (byZone.size(zone) != before.frame.pointsByZone.size(zone)) {
                return false;
            }
            for (int i = 0; i < byZone.size(zone); i++) {
                int point = byZone.member(zone, i);
                if (picture.points.get(point) != picture.frame.points.earlier(before.points, point)) {
                    return false;
                }
            }
            return true;
        }

        private static Basin basin(List<LinkPicture> landing, ToIntFunction<LinkRisk> risk, Model.RollUp model) {
            var sources = new ArrayList<Source>();
            for (LinkPicture point : landing) {
                Ways ways = point.ways();
                if (ways != null) {
                    int left = risk.applyAsInt(point.risk()) - ways.fewest() * Catchment.milliPerBreak(model);
                    sources.add(new Source(point.link().key(), point.link().name(), left, ways.fewest()));
                }
            }
            return new Basin(sources, model);
        }

        /** Zones into which a changed basin may flow; all of them where the network itself changed. */
        void markChanged(BitSet affected, Waters before, int farthest) {
            if (before.picture.network() != picture.network()) {
                affected.set(0, reported.size());
                return;
            }
            var changed = new BitSet();
            for (int zone = 0; zone < reported.size(); zone++) {
                changed.set(zone, reported.get(zone) != before.reported.get(zone));
            }
            Steps steps = picture.network().stepsFrom(changed, farthest);
            for (int i = 0; i < steps.size(); i++) {
                affected.set(steps.zone(i));
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
        Regions comparable =
                previous != null && previous.frame.zones == frame.zones && frame.sameConditions(previous.frame)
                        ? previous
                        : null;
        aligned = comparable != null;
        if (comparable != null) {
            keep(comparable, Catchment.farthest(model));
        }
    }

    /** Whether the zones and organizations are the same as before. */
    boolean aligned() {
        return aligned;
    }

    /** The zones whose score may not be what it was. */
    BitSet changedZones() {
        return changed;
    }

    /** The organizations whose score may not be what it was. */
    Stream<String> changedOrganizations() {
        return frame.estate.organizations().keySet().stream()
                .filter(key -> frame.zonesOf(key).anyMatch(changed::get));
    }

    private void keep(Regions previous, int farthest) {
        worst.markChanged(changed, previous.worst, farthest);
        best.markChanged(changed, previous.best, farthest);
        for (int zone = changed.nextClearBit(0); zone < zones.length; zone = changed.nextClearBit(zone + 1)) {
            zones[zone] = previous.zones[zone];
        }
        previous.organizations.forEach((key, score) -> {
            if (frame.zonesOf(key).noneMatch(changed::get)) {
                organizations.put(key, score);
            }
        });
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
        return organizations.computeIfAbsent(
                organization, key -> of(frame.zonesOf(key).collect(BitSet::new, BitSet::set, BitSet::or)));
    }

    private Score of(BitSet targets) {
        int farthest = Catchment.farthest(frame.model.rollUp());
        Steps steps = worst.picture.network().stepsInto(targets, farthest);
        var lines = reported.lines(steps);
        int score = reported.total(steps);
        int least = low.total(best.picture.network().stepsInto(targets, farthest));
        return new Score(lines, Math.min(score, least), Math.max(score, high.total(steps)));
    }
}
