package dev.sekisho.risk.score;

import dev.sekisho.risk.estate.software.Advisory;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Product;
import java.util.SortedSet;

/**
 * One advisory at one installation, with all that decides how bad it is.
 *
 * @param compensated whether a verified compensating control holds
 * @param score V, 0 when it is not live
 */
public record Flaw(
        Installation installation,
        Product product,
        Advisory advisory,
        Match match,
        Exposedness exposedness,
        Deadline deadline,
        boolean compensated,
        Score score) {

    public Reach reach() {
        return exposedness.reach();
    }

    /** From the internet, or from a third party through next to no filter. */
    public boolean exposed() {
        return exposedness.exposed();
    }

    /** Keys of the third parties that can reach it. */
    public SortedSet<String> reachableBy() {
        return exposedness.reachableBy();
    }

    /** Not mended, not removed, and not stopped for certain. */
    public boolean live() {
        return match.verdict().live() && installation.useState().live();
    }

    public boolean exploited() {
        return advisory.exploited() != null;
    }

    public boolean noFix() {
        return !match.hasFix();
    }

    /** Whether it opens a way in by itself: exploited, without a fix, or past its deadline. */
    public boolean opensTheWay() {
        return live() && (exploited() || noFix() || deadline.overdue());
    }
}
