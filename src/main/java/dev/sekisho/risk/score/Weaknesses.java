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
        Match match = unknown.match(found.on(today));
        Deadline deadline = deadlines.of(advisory, match, place.exposed());
        Optional<Treatment> treatment = installation.treatmentOf(advisory);
        boolean compensated = treatment.filter(t -> t.compensates(today)).isPresent();
        Weakness weakness = Weakness.of(advisory, match.hasFix(), deadline, compensated, place.reach());
        return new Flaw(
                installation,
                product,
                advisory,
                match,
                place,
                deadline,
                compensated,
                installation.useState().live()
                        ? gravity(match, weakness, advisory.exploited() != null)
                        : Flaw.Gravity.NONE);
    }

    private Flaw.Gravity gravity(Match match, Weakness weakness, boolean exploited) {
        if (match.possible()) {
            return Flaw.Gravity.possible(score(weakness));
        }
        return match.live() ? gravity(weakness, exploited) : Flaw.Gravity.NONE;
    }

    private Flaw.Gravity gravity(Weakness weakness, boolean exploited) {
        return new Flaw.Gravity(score(weakness), reached(weakness), isFree(weakness, exploited));
    }

    private int reached(Weakness weakness) {
        return weakness.within(Reach.THIRD_PARTY).factors(model).stream()
                .mapToInt(factor -> factor.milli(1))
                .sum();
    }

    private boolean isFree(Weakness weakness, boolean exploited) {
        boolean open = !weakness.fix() || weakness.daysOverdue() > 0;
        boolean likely = weakness.publicExploit()
                || weakness.exploit(model) >= model.decide().freeFromExploit();
        return !weakness.compensated() && (exploited || open && likely);
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
