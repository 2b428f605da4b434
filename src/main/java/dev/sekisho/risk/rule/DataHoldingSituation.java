package dev.sekisho.risk.rule;

import dev.sekisho.risk.estate.DataHolding;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.time.Days;
import dev.sekisho.risk.path.Distance;
import dev.sekisho.risk.path.Target;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a third party holds for us.
 *
 * @param today the day it is judged on
 * @param holder the third party that holds it
 * @param distance how many things have to be broken to get at it there; none where it is deleted
 */
public record DataHoldingSituation(
        Estate estate, LocalDate today, DataHolding holding, ThirdParty holder, Distance distance) {

    /** Whether all of it is proven to be deleted, so that nothing about it matters any more. */
    public boolean isDeleted() {
        return holding.deletedBy(today);
    }

    /** For a sentence: "Customer records at Alpha Cloud". */
    public String place() {
        return holding.name() + " at " + holder.name();
    }

    /** How many days have passed since a day. */
    public long daysSince(LocalDate day) {
        return Days.since(day, today);
    }

    /** Itself, where it is a crown jewel exactly so many breaks away. */
    public Optional<Target> crownAt(int breaks) {
        return Optional.of(Target.of(holding, distance))
                .filter(target -> target.criticality() >= Target.CROWN && distance.atLeast() == breaks);
    }
}
