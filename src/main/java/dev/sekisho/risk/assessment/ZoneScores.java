package dev.sekisho.risk.assessment;

import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.incremental.Totals;
import dev.sekisho.risk.incremental.Totals.Exchange;
import dev.sekisho.risk.incremental.Touched;
import dev.sekisho.risk.score.Score;
import dev.sekisho.risk.stake.Inflow;
import dev.sekisho.risk.stake.Ranking;
import dev.sekisho.risk.stake.Region;
import dev.sekisho.risk.stake.Term;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Scores of zones and organizations: what comes to them over all ways in. */
final class ZoneScores implements Totals.Adding<Basins, BitSet, Region> {
    private final AssessmentInput input;
    private final ScenarioResult worst;
    private final Inflow atWorst;
    private final Inflow atBest;
    private final Totals<Basins, BitSet, Region> totals;
    private final Derived<List<Region>, Region> organizations;

    ZoneScores(ScenarioResult worst, ScenarioResult best, List<Basins> basins, Step step) {
        this.input = worst.input;
        this.worst = worst;
        atWorst = new Inflow(worst.stakes.all, basins.stream().map(Basins::worst));
        atBest = new Inflow(best.stakes.all, basins.stream().map(Basins::best));
        BitSet moved = worst.stakes.zones.changed();
        moved.or(best.stakes.zones.changed());
        totals = step.totals(
                "scores of zones",
                input.zones.keys(),
                basins,
                new Totals.Ground(List.of(input.model.terms(), input.zones.keys()), moved),
                this);
        IntStream.range(0, input.zones.size()).parallel().forEach(totals::get);
        organizations = step.over(input.organizations)
                .readingMembers(new Touched(totals.changed()), input.zonesByOrganization)
                .readingFrom(input.zones.keys())
                .derive(
                        "scores of organizations",
                        organization -> input.zonesByOrganization
                                .members(organization)
                                .mapToObj(totals::get)
                                .toList(),
                        this::organization);
    }

    private Region organization(List<Region> zones) {
        return Region.shared(
                Ranking.among(zones.stream().map(Region::worst)),
                Ranking.among(zones.stream().map(Region::best)),
                worst.stakes.all);
    }

    /** Whether the zones are the same as before. */
    boolean comparable() {
        return totals.comparable();
    }

    /** The zones whose score may not be what it was. */
    BitSet changedZones() {
        return totals.changed();
    }

    /** The organizations whose score may not be what it was. */
    Stream<String> changedOrganizations() {
        return organizations.changed().stream().mapToObj(input.organizations.keys()::get);
    }

    Score zone(int zone) {
        return totals.get(zone).score();
    }

    List<Score> zones() {
        return IntStream.range(0, input.zones.size()).mapToObj(this::zone).toList();
    }

    List<Term> termsTo(int zone) {
        return totals.get(zone).worst();
    }

    List<Term> termsToAll(int organization) {
        return organizations.get(organization).worst();
    }

    Score organization(String organization) {
        return organizations.get(input.organizations.at(organization)).score();
    }

    @Override
    public Region total(int zone) {
        return Region.shared(atWorst.to(zone), atBest.to(zone), worst.stakes.all);
    }

    @Override
    public BitSet spread(int landing) {
        return worst.network.reach(landing);
    }

    @Override
    public boolean adds(int zone, BitSet spread) {
        return spread.get(zone);
    }

    @Override
    public @Nullable Region exchanged(Region known, int zone, List<Exchange<Basins, BitSet>> exchanges) {
        boolean same = exchanges.stream()
                .noneMatch(exchange -> matters(exchange.old(), zone, known) || matters(exchange.next(), zone, known));
        return same ? known : total(zone);
    }

    private boolean matters(Basins landing, int zone, Region known) {
        return atWorst.matters(landing.worst(), zone, known.worst())
                || atBest.matters(landing.best(), zone, known.best());
    }
}
