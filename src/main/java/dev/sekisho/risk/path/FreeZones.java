package dev.sekisho.risk.path;

import dev.sekisho.risk.path.number.IntQueue;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Where one gets from each zone with nothing to break, searched when first asked for. */
final class FreeZones {
    /** Of so many zones all sets together take 32 MB at most; of more they are not kept. */
    private static final int MANY = 16_384;

    private final Exits[] exits;
    private final AtomicReferenceArray<@Nullable BitSet> known;

    /** @param exits of each zone */
    FreeZones(Exits[] exits) {
        this.exits = exits;
        known = new AtomicReferenceArray<>(exits.length > MANY ? 0 : exits.length);
    }

    /** A zone and all zones free from it; not to be changed. */
    BitSet from(int zone) {
        if (known.length() == 0) {
            return search(zone);
        }
        BitSet found = known.get(zone);
        if (found == null) {
            found = search(zone);
            known.set(zone, found);
        }
        return found;
    }

    private BitSet search(int zone) {
        var found = new BitSet();
        var waiting = new IntQueue();
        found.set(zone);
        waiting.add(zone);
        while (!waiting.isEmpty()) {
            BitSet next = exits[waiting.next()].free();
            for (int one = next.nextSetBit(0); one >= 0; one = next.nextSetBit(one + 1)) {
                if (!found.get(one)) {
                    found.set(one);
                    waiting.add(one);
                }
            }
        }
        return found;
    }
}
