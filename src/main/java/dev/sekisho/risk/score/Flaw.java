package dev.sekisho.risk.score;

import dev.sekisho.risk.estate.software.Advisory;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Product;
import java.util.List;
import java.util.SortedSet;

/**
 * One advisory at one installation, with all that decides how bad it is.
 *
 * @param compensated whether a verified compensating control holds
 */
public record Flaw(
        Installation installation,
        Product product,
        Advisory advisory,
        Match match,
        Exposedness exposedness,
        Deadline deadline,
        boolean compensated,
        Gravity gravity) {

    /**
     * How bad it is.
     *
     * @param score V, 0 when it is not live
     * @param reachedMilli V as seen by somebody who comes to it
     * @param free whether it costs an attacker nothing: whoever comes to it is through
     */
    public record Gravity(Score score, int reachedMilli, boolean free) {
        static final Gravity NONE = new Gravity(new Score(List.of(), 0, 0), 0, false);

        /** Nothing is proven: it may be as bad as that. */
        static Gravity possible(Score proven) {
            return new Gravity(new Score(List.of(), 0, proven.highMilli()), 0, false);
        }
    }

    public Score score() {
        return gravity.score;
    }

    int reachedMilli() {
        return gravity.reachedMilli;
    }

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

    /** Proven, not mended, not removed, and not stopped for certain. */
    public boolean live() {
        return match.live() && installation.useState().live();
    }

    /** It would be live if it were proven. */
    public boolean possible() {
        return match.possible() && installation.useState().live();
    }

    /** It would be live or possible, had not a person of ours said otherwise. */
    public boolean cleared() {
        return match.cleared() && installation.useState().live();
    }

    public boolean exploited() {
        return advisory.exploited() != null;
    }

    public boolean noFix() {
        return !match.hasFix();
    }

    /** Whether it opens a way in by itself: in use by attackers, or certain to be, with nothing done against it. */
    public boolean opensTheWay() {
        return gravity.free;
    }
}
