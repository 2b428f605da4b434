package dev.sekisho.risk.incremental;

import java.util.BitSet;

/** Where something is other than before that tells so itself. */
public record Touched(BitSet places) implements Tracked {

    @Override
    public BitSet changed() {
        return (BitSet) places.clone();
    }
}
