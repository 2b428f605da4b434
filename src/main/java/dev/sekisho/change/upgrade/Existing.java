package dev.sekisho.change.upgrade;

import dev.sekisho.change.Address;
import java.util.Set;
import java.util.function.Consumer;

/** Knows objects of some kind that are entered into the change log when they are written. */
public interface Existing {
    /**
     * An object as it is stored.
     *
     * @param without properties that nobody wrote, since they are computed
     */
    record Snapshot(Address address, Object object, Set<String> without) {
        public Snapshot(Address address, Object object) {
            this(address, object, Set.of());
        }
    }

    /** Hands over all there are, in the transaction at hand, holding no more of them than it has to. */
    void each(Consumer<Snapshot> taker);
}
