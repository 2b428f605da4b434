package dev.sekisho.risk.estate;

import dev.sekisho.risk.estate.time.Days;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Data or systems of ours that a third party holds.
 *
 * @param thirdParty key of the third party that holds them
 * @param organization key of our company they belong to
 */
public record DataHolding(
        String key,
        String name,
        String thirdParty,
        String organization,
        HeldData held,
        Safeguards safeguards,
        DataExit exit) {

    /** 0..100; unknown counts as 100. */
    public @Nullable Integer criticality() {
        return held.criticality();
    }

    /** Criticality with the unknown counted as the highest. */
    public int weight() {
        return Criticality.weight(criticality());
    }

    /** Whether there is proof of that day or earlier that the third party has deleted everything. */
    public boolean deletedBy(LocalDate day) {
        LocalDate proven = exit.deletionProvenOn();
        return proven != null && Days.hasBegun(proven, day);
    }

    public DataHolding with(HeldData other) {
        return new DataHolding(key, name, thirdParty, organization, other, safeguards, exit);
    }

    public DataHolding with(Safeguards other) {
        return new DataHolding(key, name, thirdParty, organization, held, other, exit);
    }

    public DataHolding with(DataExit other) {
        return new DataHolding(key, name, thirdParty, organization, held, safeguards, other);
    }
}
