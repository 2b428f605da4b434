package dev.sekisho.risk.assessment;

import dev.sekisho.risk.assessment.WaysInto.Basins;
import dev.sekisho.risk.assessment.WaysInto.Everybody;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.incremental.Totals;
import dev.sekisho.risk.incremental.Totals.Exchange;
import dev.sekisho.risk.path.Approach;
import dev.sekisho.risk.score.Score;
import dev.sekisho.risk.score.Upkeep.Floor;
import dev.sekisho.risk.stake.Region;
import dev.sekisho.risk.stake.Risk;
import dev.sekisho.risk.stake.Term;
import dev.sekisho.risk.stake.Transit;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Scores of links between our zones: what comes over them. */
final class ZoneLinkScores implements Totals.Adding<Basins, BitSet, Region> {
    private final AssessmentInput input;
    private final ScenarioResult worst;
    private final ScenarioResult best;
    private final Transit atWorst;
    private final Transit atBest;
    private final BitSet relaid;
    private final Totals<Basins, BitSet, Region> totals;

    ZoneLinkScores(ScenarioResult worst, ScenarioResult best, Everybody everybody, Step step) {
        this.input = worst.input;
        this.worst = worst;
        this.best = best;
        atWorst = new Transit(worst.network, everybody.worst());
        atBest = best == worst ? atWorst : new Transit(best.network, everybody.best());
        relaid = relaid(worst);
        relaid.or(relaid(best));
        BitSet moved = (BitSet) relaid.clone();
        moved.or(towards(worst.stakes.zones.changed(), worst));
        moved.or(towards(best.stakes.zones.changed(), best));
        totals = step.totals(
                "scores of zone links",
                input.zoneLinks.keys(),
                everybody.basins(),
                new Totals.Ground(List.of(input.model.terms(), input.zones.keys()), moved),
                this);
    }

    /** Makes them all, as many at once as there are processors. */
    ZoneLinkScores made() {
        IntStream.range(0, input.zoneLinks.size()).parallel().forEach(totals::get);
        return this;
    }

    /** The links to which, or from which, other ways lead than before. */
    private BitSet relaid(ScenarioResult scenario) {
        BitSet moved = scenario.waysOn.changed();
        moved.or(input.zoneLinks.changed());
        for (int at = 0; at < input.zoneLinks.size(); at++) {
            int end = input.linksByZone.of(at);
            if (scenario.laid.from().get(end) || scenario.laid.behind().get(input.linksByStart.of(at))) {
                moved.set(at);
            }
        }
        return moved;
    }

    /** The links that lead to where something else is at stake. */
    private BitSet towards(BitSet stakes, ScenarioResult scenario) {
        var links = new BitSet();
        if (!stakes.isEmpty()) {
            for (int at = 0; at < input.zoneLinks.size(); at++) {
                links.set(at, scenario.network.reach(input.linksByZone.of(at)).intersects(stakes));
            }
        }
        return links;
    }

    @Override
    public boolean stands(int link, Region known) {
        return !relaid.get(link)
                && stands(link, known.worst(), worst, atWorst)
                && stands(link, known.best(), best, atBest);
    }

    private boolean stands(int link, List<Term> greatest, ScenarioResult scenario, Transit transit) {
        Approach onward = scenario.waysOn.get(link).orElse(null);
        if (onward == null) {
            return true;
        }
        Transit.Crossing crossing = transit.over(input.zoneLinks.get(link), onward);
        return scenario.stakes.zones.changed().stream().allMatch(zone -> crossing.standsWithout(zone, greatest));
    }

    /** Whether the links are the same as before. */
    boolean comparable() {
        return totals.comparable();
    }

    BitSet changed() {
        BitSet changed = totals.changed();
        changed.or(input.zoneLinks.changed());
        return changed;
    }

    Score get(int link) {
        return totals.get(link).score();
    }

    List<Term> termsOver(int link) {
        return totals.get(link).worst();
    }

    @Override
    public Region total(int link) {
        Risk greatest = risk(link, worst, atWorst);
        return Region.told(greatest, best == worst ? greatest : risk(link, best, atBest));
    }

    private Risk risk(int at, ScenarioResult scenario, Transit transit) {
        Approach onward = scenario.waysOn.get(at).orElse(null);
        return onward == null
                ? Risk.NONE
                : Risk.of(
                        transit.over(input.zoneLinks.get(at), onward).terms(),
                        Floor.NONE,
                        scenario.stakes.all,
                        input.model.terms());
    }

    @Override
    public BitSet spread(int landing) {
        return worst.network.reach(landing);
    }

    @Override
    public boolean adds(int link, BitSet spread) {
        return spread.get(input.linksByStart.of(link));
    }

    @Override
    public @Nullable Region exchanged(Region known, int at, List<Exchange<Basins, BitSet>> exchanges) {
        return matters(known, at, exchanges) ? total(at) : known;
    }

    private boolean matters(Region known, int at, List<Exchange<Basins, BitSet>> exchanges) {
        Approach onWorst = worst.waysOn.get(at).orElse(null);
        Approach onBest = best.waysOn.get(at).orElse(null);
        if (onWorst == null || onBest == null) {
            return false;
        }
        ZoneLink link = input.zoneLinks.get(at);
        Transit.Crossing first = atWorst.over(link, onWorst);
        Transit.Crossing second = atBest.over(link, onBest);
        return exchanges.stream()
                .anyMatch(exchange -> first.matters(exchange.old().worst(), known.worst())
                        || first.matters(exchange.next().worst(), known.worst())
                        || second.matters(exchange.old().best(), known.best())
                        || second.matters(exchange.next().best(), known.best()));
    }
}
