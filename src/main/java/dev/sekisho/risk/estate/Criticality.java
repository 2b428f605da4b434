package dev.sekisho.risk.estate;

import org.jspecify.annotations.Nullable;

/** How much depends on a zone or an asset, 0..100. */
final class Criticality {
    private static final int HIGHEST = 100;

    private Criticality() {}

    static int weight(@Nullable Integer criticality) {
        return criticality == null ? HIGHEST : criticality;
    }

    static void check(@Nullable Integer criticality) {
        if (criticality != null && (criticality < 0 || criticality > HIGHEST)) {
            throw new IllegalArgumentException("criticality must be between 0 and 100: " + criticality);
        }
    }
}
