package dev.sekisho.risk.score;

import dev.sekisho.risk.estate.software.Advisory;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.estate.software.Treatment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Judges advisories at installations on one day. */
public final class Weaknesses {
    private final Model.Vulnerability model;
    private final LocalDate today;
    private final Completion unknown;
    private final Deadlines deadlines;

    public Weaknesses(Model model, LocalDate today, Completion unknown) {
        this.model = model.vulnerability();
        this.today = today;
        this.unknown = unknown;
        this.deadlines = new Deadlines(model, today, unknown);
    }

    public Flaw judge(Installation installation, Product product, Advisory stated, Match found, Exposedness place) {
        Advisory advisory = unknown.advisory(stated);
        Match match = unknown.match(found);
        Deadline deadline = deadlines.of(installation, advisory, match, place.exposed());
        Optional<Treatment> treatment = installation.treatmentOf(advisory);
        boolean compensated = treatment.filter(t -> t.compensates(today)).isPresent();
        boolean live = match.verdict().live() && installation.useState().live();
        Weakness weakness = Weakness.of(advisory, match.hasFix(), deadline, compensated, place.reach());
        return new Flaw(
                installation,
                product,
                advisory,
                match,
                place,
                deadline,
                compensated,
                live ? score(weakness) : new Score(List.of(), 0, 0));
    }

    private Score score(Weakness weakness) {
        List<Contribution> lines = weakness.factors(model).stream()
                .map(factor -> factor.line("", 1))
                .toList();
        int high = weakness.atWorst().factors(model).stream()
                .mapToInt(factor -> factor.milli(1))
                .sum();
        return new Score(lines, 0, high);
    }
}
