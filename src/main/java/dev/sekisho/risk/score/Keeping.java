package dev.sekisho.risk.score;

import dev.sekisho.risk.estate.link.Egress;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a way in is kept, whoever comes in by it.
 *
 * @param exposure E, a line for each factor that such a way has
 * @param rights what he gets who comes in so, and what is taken off for how he comes
 * @param exposureMilli E alone, 0..100 points
 */
public record Keeping(List<Contribution> exposure, List<Contribution> rights, int exposureMilli) {
    /** Nothing of ours is passed. */
    public static final Keeping ELSEWHERE = new Keeping(List.of(), List.of(), 0);

    public Keeping {
        exposure = List.copyOf(exposure);
        rights = List.copyOf(rights);
    }

    /** @param privileged whether whoever comes in has, or may have, administrator's rights */
    public static Keeping of(Exposure exposure, boolean privileged, Model model) {
        return of(
                exposure.factors(model.exposure()),
                privileged ? List.of(administrator(exposure, model)) : List.of(),
                model);
    }

    /**
     * Of what comes with software that somebody supplies: there is no link to keep, only the zone the software is in.
     *
     * @param monitored how much of an intrusion would be seen there, 0..1
     */
    public static Keeping ofSupply(double monitored, Egress egress, Model model) {
        int taken = Points.milli(model.standing().supply());
        return of(
                Exposure.inside(monitored, egress, model.exposure()),
                List.of(new Contribution("SUPPLY", -taken, "comes with software, over no connection")),
                model);
    }

    private static Keeping of(List<Factor> factors, List<Contribution> rights, Model model) {
        Stream<Contribution> lines =
                factors.stream().map(factor -> factor.line("E.", model.terms().exposure()));
        return new Keeping(
                lines.toList(),
                rights,
                factors.stream().mapToInt(factor -> factor.milli(1)).sum());
    }

    private static Contribution administrator(Exposure exposure, Model model) {
        double points = model.standing().privileged()
                + model.standing().privilegedLogin() * exposure.authenticationWeight(model.exposure());
        return new Contribution(
                "PRIVILEGED",
                Points.milli(points),
                "administrator's rights, authentication " + exposure.authentication());
    }
}
