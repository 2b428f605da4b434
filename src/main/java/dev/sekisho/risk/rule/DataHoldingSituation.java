package dev.sekisho.risk.rule;

import dev.sekisho.risk.estate.DataHolding;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.ThirdParty;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What a third party holds for us.
 *
 * @param today the day it is judged on
 * @param holder the third party that holds it
 */
public record DataHoldingSituation(Estate estate, LocalDate today, DataHolding holding, ThirdParty holder) {

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
        return ChronoUnit.DAYS.between(day, today);
    }
}
