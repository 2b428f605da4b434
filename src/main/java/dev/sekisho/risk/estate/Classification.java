package dev.sekisho.risk.estate;

import org.jspecify.annotations.Nullable;

/**
 * What a zone is for, and what it is worth.
 *
 * @param criticality 0..100; unknown counts as 100
 * @param holdsCriticalData unknown counts as yes
 */
public record Classification(
        @Nullable Integer criticality,
        Environment environment,
        @Nullable Boolean holdsCriticalData) {

    public Classification {
        Criticality.check(criticality);
    }

    public Classification with(Environment other) {
        return new Classification(criticality, other, holdsCriticalData);
    }

    public Classification worth(@Nullable Integer other) {
        return new Classification(other, environment, holdsCriticalData);
    }
}
