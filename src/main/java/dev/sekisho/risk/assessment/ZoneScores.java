package dev.sekisho.risk.assessment;

import static java.util.Objects.requireNonNull;

import dev.sekisho.risk.assessment.WaysInto.Basins;
import dev.sekisho.risk.assessment.WaysInto.Everybody;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.DataHolding;
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
    private final ScenarioResult best;
    private final Inflow atWorst;
    private final Inflow atBest;
    private final Totals<Basins, BitSet, Region> totals;
    /** Absent where only one score is asked for. */
    private final @Nullable Derived<?, Region> organizations;

    /** What makes the score of an organization: its zones, and what third parties hold for it. */
    private record OfOrganization(List<Region> zones, List<Held> held) {}

    private record Held(DataHolding holding, List<Term> worst, List<Term> best) {}

    private ZoneScores(ScenarioResult worst, ScenarioResult best, Everybody everybody, @Nullable Step step) {
        this.input = worst.input;
        this.worst = worst;
        this.best = best;
        atWorst = new Inflow(everybody.worst(), worst.network);
        atBest = best == worst ? atWorst : new Inflow(everybody.best(), best.network);
        BitSet moved = worst.stakes.zones.changed();
        moved.or(best.stakes.zones.changed());
        totals = (step == null ? Step.first() : step)
                .totals(
                        "scores of zones",
                        input.zones.keys(),
                        everybody.basins(),
                        new Totals.Ground(List.of(input.model.terms(), input.zones.keys()), moved),
                        this);
        organizations = step == null ? null : all(step);
    }

    /** Those of everything. */
    static ZoneScores all(ScenarioResult worst, ScenarioResult best, Everybody everybody, Step step) {
        return new ZoneScores(worst, best, everybody, step);
    }

    /** To ask for one, of which nothing was known before. */
    static ZoneScores single(ScenarioResult worst, ScenarioResult best, Everybody everybody) {
        return new ZoneScores(worst, best, everybody, null);
    }

    private Derived<?, Region> all(Step step) {
        IntStream.range(0, input.zones.size()).parallel().forEach(totals::get);
        return step.over(input.organizations)
                .readingMembers(new Touched(totals.changed()), input.zonesByOrganization)
                .readingMembers(input.held, input.holdingsByOrganization)
                .readingFrom(input.zones.keys(), worst.atHolders.byHolding, best.atHolders.byHolding)
                .derive("scores of organizations", this::ofOrganization, this::organization);
    }

    private OfOrganization ofOrganization(int organization) {
        return new OfOrganization(
                input.zonesByOrganization
                        .members(organization)
                        .mapToObj(totals::get)
                        .toList(),
                input.holdingsByOrganization
                        .members(organization)
                        .mapToObj(at -> held(input.held.get(at)))
                        .toList());
    }

    private Held held(DataHolding holding) {
        return new Held(holding, worst.atHolders.of(holding), best.atHolders.of(holding));
    }

    private Region organization(OfOrganization of) {
        return Region.shared(
                Ranking.among(Stream.concat(
                        of.zones.stream().map(Region::worst), of.held.stream().map(Held::worst))),
                Ranking.among(Stream.concat(
                        of.zones.stream().map(Region::best), of.held.stream().map(Held::best))),
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
        return requireNonNull(organizations).changed().stream().mapToObj(input.organizations.keys()::get);
    }

    Score zone(int zone) {
        return totals.get(zone).score();
    }

    /** What comes to a host is what comes to its zone, for what the host alone is worth. */
    Region host(Asset host) {
        int zone = input.zones.at(host.zone());
        return totals.get(zone).revalued(host.name(), worst.stakes.beyond(host, zone), best.stakes.beyond(host, zone));
    }

    List<Term> termsTo(int zone) {
        return totals.get(zone).worst();
    }

    List<Term> termsToAll(int organization) {
        return regionOf(organization).worst();
    }

    Score organization(String organization) {
        return regionOf(input.organizations.at(organization)).score();
    }

    private Region regionOf(int organization) {
        return organizations == null ? organization(ofOrganization(organization)) : organizations.get(organization);
    }

    @Override
    public Region total(int zone) {
        List<Term> greatest = atWorst.to(zone);
        return Region.shared(greatest, atBest == atWorst ? greatest : atBest.to(zone), worst.stakes.all);
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
