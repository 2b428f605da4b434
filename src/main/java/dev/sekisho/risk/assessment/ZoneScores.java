package dev.sekisho.risk.assessment;

import dev.sekisho.risk.assessment.ZoneScoreSources.Basin;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.Grouping;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.incremental.Totals;
import dev.sekisho.risk.incremental.Totals.Exchange;
import dev.sekisho.risk.path.Network;
import dev.sekisho.risk.path.Steps;
import dev.sekisho.risk.score.Model;
import dev.sekisho.risk.score.Score;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Scores of zones and organizations: what flows into them from all connection points. */
final class ZoneScores implements Totals.Adding<Basins, ZoneScores.Spread, Region> {
    private final AssessmentInput frame;
    private final Network worst;
    private final Network best;
    private final int farthest;
    private final List<String> organizations;
    /** The zones of each zone and of each organization. */
    private final List<BitSet> areas;

    private final ZoneScoreSources reported;
    private final ZoneScoreSources high;
    private final ZoneScoreSources low;
    private final Totals<Basins, Spread, Region> regions;

    /** How far it is from one zone to all others. */
    record Spread(Steps worst, Steps best) {}

    private record Ground(Network worst, Network best, Model.RollUp model) {}

    ZoneScores(ScenarioResult worst, ScenarioResult best, Step step) {
        this.frame = worst.frame;
        this.worst = worst.network();
        this.best = best.network();
        Model.RollUp model = frame.model.rollUp();
        farthest = ZoneScoreSources.farthest(model);
        organizations = List.copyOf(frame.estate.organizations().keySet());
        areas = Stream.concat(
                        IntStream.range(0, frame.zones.size()).mapToObj(IntStream::of),
                        organizations.stream().map(frame::zonesOf))
                .map(zones -> zones.collect(BitSet::new, BitSet::set, BitSet::or))
                .toList();
        Derived<Basins.Inputs, Basins> basins = step.derive(
                "basins",
                frame.zoneRoster,
                zone -> new Basins.Inputs(landing(worst, zone), landing(best, zone), model),
                Basins::of);
        reported = catchment(basins.stream().map(Basins::reported), model);
        high = catchment(basins.stream().map(Basins::high), model);
        low = catchment(basins.stream().map(Basins::low), model);
        var ground = new Ground(this.worst, this.best, model);
        List<String> names = Stream.concat(frame.zones.stream().map(Zone::key), organizations.stream())
                .toList();
        regions = step.totals("regions", names, basins.values(), ground, this);
    }

    private static ZoneScoreSources catchment(Stream<Basin> basins, Model.RollUp model) {
        return new ZoneScoreSources(basins.toList(), model);
    }

    private static List<LinkPicture> landing(ScenarioResult picture, int zone) {
        Grouping byZone = picture.frame.pointsByZone;
        return IntStream.range(0, byZone.size(zone))
                .mapToObj(i -> picture.points.get(byZone.member(zone, i)))
                .toList();
    }

    /** Whether the zones and organizations are the same as before. */
    boolean comparable() {
        return regions.comparable();
    }

    /** The zones whose score may not be what it was. */
    BitSet changedZones() {
        return regions.changed().get(0, frame.zones.size());
    }

    /** The organizations whose score may not be what it was. */
    Stream<String> changedOrganizations() {
        int zones = frame.zones.size();
        return regions.changed().stream()
                .filter(area -> area >= zones)
                .mapToObj(area -> organizations.get(area - zones));
    }

    Score zone(int zone) {
        return regions.get(zone).score();
    }

    List<Score> zones() {
        return IntStream.range(0, frame.zones.size())
                .parallel()
                .mapToObj(this::zone)
                .toList();
    }

    Score organization(String organization) {
        return regions.get(frame.zones.size() + organizations.indexOf(organization))
                .score();
    }

    @Override
    public Region total(int area) {
        Steps steps = worst.stepsInto(areas.get(area), farthest);
        return Region.of(
                reported.inflow(steps), high.inflow(steps), low.inflow(best.stepsInto(areas.get(area), farthest)));
    }

    @Override
    public Spread spread(int zone) {
        var start = new BitSet();
        start.set(zone);
        return new Spread(worst.stepsFrom(start, farthest), best.stepsFrom(start, farthest));
    }

    @Override
    public boolean adds(int area, Spread spread) {
        BitSet zones = areas.get(area);
        return least(spread.worst, zones) <= farthest || least(spread.best, zones) <= farthest;
    }

    @Override
    public @Nullable Region exchanged(Region region, int area, List<Exchange<Basins, Spread>> exchanges) {
        var now = new Region.Draft(region);
        for (Exchange<Basins, Spread> exchange : exchanges) {
            int breaks = least(exchange.spread().worst, areas.get(area));
            int fewest = least(exchange.spread().best, areas.get(area));
            boolean known = (breaks > farthest || now.exchangeWorst(exchange, breaks))
                    && (fewest > farthest || now.exchangeBest(exchange, fewest));
            if (!known) {
                return null;
            }
        }
        return now.done();
    }

    private static int least(Steps steps, BitSet zones) {
        int least = Integer.MAX_VALUE;
        for (int zone = zones.nextSetBit(0); zone >= 0; zone = zones.nextSetBit(zone + 1)) {
            least = Math.min(least, steps.to(zone));
        }
        return least;
    }
}
