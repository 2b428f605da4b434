package dev.sekisho.risk.estate;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The contract with a third party.
 *
 * @param end last day it holds; absent means it runs until cancelled
 */
public record Agreement(@Nullable LocalDate start, @Nullable LocalDate end, Set<Clause> clauses) {

    public Agreement {
        clauses = Set.copyOf(clauses);
        if (start != null && end != null && end.isBefore(start)) {
            throw new IllegalArgumentException("agreement ends " + end + " before it starts " + start);
        }
    }

    public boolean inForce(LocalDate day) {
        return (start == null || !day.isBefore(start)) && (end == null || !day.isAfter(end));
    }

    /** Covered share of the required clauses, 0..1. */
    public double covered() {
        return clauses.size() / (double) Clause.values().length;
    }
}
