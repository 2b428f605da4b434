package dev.sekisho.registry;

import org.jspecify.annotations.Nullable;

/** A registered object as callers see it: what was written is what is read. */
public interface Registered {
    /** Its address in the collection; absent in a request that leaves the choice to us. */
    @Nullable
    String key();

    /** What people call it; where it may be left out, the key stands in. */
    @Nullable
    String name();
}
