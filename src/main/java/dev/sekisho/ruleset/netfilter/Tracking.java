package dev.sekisho.ruleset.netfilter;

/** Which packets that open a connection a condition on their state lets match: those that are tracked, or not, or both. */
enum Tracking {
    NONE,
    TRACKED,
    UNTRACKED,
    ALL;

    static Tracking of(boolean tracked, boolean untracked) {
        return tracked ? untracked ? ALL : TRACKED : untracked ? UNTRACKED : NONE;
    }

    boolean takesTracked() {
        return this == TRACKED || this == ALL;
    }

    boolean takesUntracked() {
        return this == UNTRACKED || this == ALL;
    }

    Tracking and(Tracking other) {
        return of(takesTracked() && other.takesTracked(), takesUntracked() && other.takesUntracked());
    }

    Tracking negation() {
        return of(!takesTracked(), !takesUntracked());
    }
}
