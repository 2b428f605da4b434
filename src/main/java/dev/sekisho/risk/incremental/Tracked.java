package dev.sekisho.risk.incremental;

import java.util.BitSet;

/** Numbered things of which it is known where they are other than in the step before. */
public sealed interface Tracked permits IndexedFacts, Derived, Touched {

    /** Where they are new or other; the caller's own copy. */
    BitSet changed();
}
