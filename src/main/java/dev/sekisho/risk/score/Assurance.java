package dev.sekisho.risk.score;

import dev.sekisho.risk.estate.Agreement;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.time.Days;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a third party leaves us in doubt about: the four facts that make A.
 *
 * @param assessmentAge days since it was last assessed; absent when never
 * @param covered share of the required clauses its agreement has, 0..1
 * @param declared share of its own suppliers it declared, 0..1
 * @param rating outside rating, 0 best .. 1 worst
 */
public record Assurance(
        @Nullable Long assessmentAge,
        double covered,
        double declared,
        @Nullable Double rating) {

    public static Assurance of(ThirdParty thirdParty, LocalDate today, Completion unknown) {
        double silence = unknown.best() ? 1 : 0;
        return new Assurance(
                age(thirdParty.assessedOn(), today, unknown),
                covered(thirdParty.agreement(), today, silence),
                Objects.requireNonNullElse(thirdParty.subprocessorsDeclared(), silence),
                thirdParty.externalRating() == null && unknown.best()
                        ? Double.valueOf(0)
                        : thirdParty.externalRating());
    }

    /** An agreement that has ended, or has yet to begin, binds nobody; one that nobody registered may have ended. */
    public static boolean lapsed(@Nullable Agreement agreement, LocalDate today, Completion unknown) {
        return agreement == null ? !unknown.best() : !agreement.inForce(today);
    }

    /** The four factors under these weights; together 0..100. */
    public List<Factor> factors(Model.Assurance model) {
        double age = assessmentAge == null ? 1 : model.assessment().at(assessmentAge);
        double rated = rating == null ? 1 : rating;
        return List.of(
                factor(model, "ASSESSMENT", age, assessed()),
                factor(model, "CLAUSES", 1 - covered, percent(covered)),
                factor(model, "SUBPROCESSORS", 1 - declared, percent(declared)),
                factor(model, "RATING", rated, rating == null ? "NONE" : rating.toString()));
    }

    private static @Nullable Long age(@Nullable LocalDate assessed, LocalDate today, Completion unknown) {
        if (assessed == null || !Days.hasBegun(assessed, today)) {
            return unknown.best() ? 0L : null;
        }
        return Days.since(assessed, today);
    }

    private static double covered(@Nullable Agreement agreement, LocalDate today, double silence) {
        if (agreement == null) {
            return silence;
        }
        return lapsed(agreement, today, Completion.WORST) ? 0 : agreement.covered();
    }

    private static Factor factor(Model.Assurance model, String code, double value, String fact) {
        return new Factor(code, Model.weight(model.weights(), code) * value, List.of(fact));
    }

    private String assessed() {
        return assessmentAge == null ? "NEVER" : assessmentAge.toString();
    }

    private static String percent(double share) {
        return String.valueOf(Math.round(100 * share));
    }
}
