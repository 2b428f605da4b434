package dev.sekisho.risk.assessment;

import dev.sekisho.risk.assessment.ZoneScoreSources.Basin;
import dev.sekisho.risk.incremental.Derived;
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
    private final AssessmentInput input;
    private final Network worst;
    private final Network best;
    private final int farthest;
    private final Areas areas;
    private final ZoneScoreSources reported;
    private final ZoneScoreSources high;
    private final ZoneScoreSources low;
    private final Totals<Basins, Spread, Region> totals;

    /** How far it is from one zone to all others. */
    record Spread(Steps worst, Steps best) {}

    private record Members(List<String> zones, List<String> organizations, List<BitSet> zonesOf) {}

    /**
     * Every zone and, after them, every organization.
     *
     * @param zones of each
     */
    private record Areas(List<String> names, List<BitSet> zones) {
        static Areas of(Members members) {
            Stream<BitSet> single = IntStream.range(0, members.zones.size()).mapToObj(zone -> {
                var itself = new BitSet();
                itself.set(zone);
                return itself;
            });
            return new Areas(
                    Stream.concat(members.zones.stream(), members.organizations.stream())
                            .toList(),
                    Stream.concat(single, members.zonesOf.stream()).toList());
        }
    }

    ZoneScores(ScenarioResult worst, ScenarioResult best, Step step) {
        this.input = worst.input;
        this.worst = worst.network;
        this.best = best.network;
        Model.RollUp model = input.model.rollUp();
        farthest = ZoneScoreSources.farthest(model);
        Derived<BitSet, BitSet> zonesOf = step.over(input.organizations)
                .readingMembers(input.zones, input.zonesByOrganization)
                .readingFrom(input.zones.keys())
                .collect("zones of organizations", this::zonesOf);
        areas = step.value(
                "areas", new Members(input.zones.keys(), input.organizations.keys(), zonesOf.values()), Areas::of);
        Derived<Basins.Inputs, Basins> basins = step.over(input.zones)
                .readingMembers(worst.points, input.pointsByZone)
                .readingMembers(best.points, input.pointsByZone)
                .given(model)
                .derive(
                        "basins",
                        zone -> new Basins.Inputs(
                                input.pointsByZone.of(zone, worst.points.values()),
                                input.pointsByZone.of(zone, best.points.values()),
                                model),
                        Basins::of);
        reported = catchment(basins.stream().map(Basins::reported), model);
        high = catchment(basins.stream().map(Basins::high), model);
        low = catchment(basins.stream().map(Basins::low), model);
        var ground = new Totals.Ground(model, moved(worst, best, zonesOf));
        totals = step.totals("scores of areas", areas.names, basins.values(), ground, this);
    }

    /** The areas to which it may be nearer or farther than before. */
    private static BitSet moved(ScenarioResult worst, ScenarioResult best, Derived<?, BitSet> zonesOf) {
        var zones = (BitSet) worst.nearerOrFarther.clone();
        zones.or(best.nearerOrFarther);
        var areas = (BitSet) zones.clone();
        int size = worst.input.zones.size();
        BitSet others = zonesOf.changed();
        for (int at = 0; at < zonesOf.values().size(); at++) {
            areas.set(size + at, others.get(at) || zonesOf.get(at).intersects(zones));
        }
        return areas;
    }

    private BitSet zonesOf(int organization) {
        var zones = new BitSet();
        input.zonesByOrganization.members(organization).forEach(zones::set);
        return zones;
    }

    private static ZoneScoreSources catchment(Stream<Basin> basins, Model.RollUp model) {
        return new ZoneScoreSources(basins.toList(), model);
    }

    /** Whether the zones and organizations are the same as before. */
    boolean comparable() {
        return totals.comparable();
    }

    /** The zones whose score may not be what it was. */
    BitSet changedZones() {
        return totals.changed().get(0, input.zones.size());
    }

    /** The organizations whose score may not be what it was. */
    Stream<String> changedOrganizations() {
        int zones = input.zones.size();
        return totals.changed().stream().filter(area -> area >= zones).mapToObj(area -> areas.names.get(area));
    }

    Score zone(int zone) {
        return totals.get(zone).score();
    }

    List<Score> zones() {
        return IntStream.range(0, input.zones.size())
                .parallel()
                .mapToObj(this::zone)
                .toList();
    }

    Score organization(String organization) {
        return totals.get(input.zones.size() + input.organizations.at(organization))
                .score();
    }

    @Override
    public Region total(int area) {
        Steps steps = worst.stepsInto(areas.zones.get(area), farthest);
        return Region.of(
                reported.inflow(steps),
                high.inflow(steps),
                low.inflow(best.stepsInto(areas.zones.get(area), farthest)));
    }

    @Override
    public Spread spread(int zone) {
        var start = new BitSet();
        start.set(zone);
        return new Spread(worst.stepsFrom(start, farthest), best.stepsFrom(start, farthest));
    }

    @Override
    public boolean adds(int area, Spread spread) {
        BitSet zones = areas.zones.get(area);
        return least(spread.worst, zones) <= farthest || least(spread.best, zones) <= farthest;
    }

    @Override
    public @Nullable Region exchanged(Region region, int area, List<Exchange<Basins, Spread>> exchanges) {
        var now = new Region.Draft(region);
        for (Exchange<Basins, Spread> exchange : exchanges) {
            int breaks = least(exchange.spread().worst, areas.zones.get(area));
            int fewest = least(exchange.spread().best, areas.zones.get(area));
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
