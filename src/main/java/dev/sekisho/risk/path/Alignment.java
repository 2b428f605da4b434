package dev.sekisho.risk.path;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * How two ascending lists of keys lie against each other: sets over the one are compared with sets over the other stretch
 * by stretch, at the speed of whole words, as long as few keys came or went between them.
 */
public final class Alignment {
    private final List<Stretch> stretches = new ArrayList<>();
    private final BitSet gone = new BitSet();
    private final BitSet come = new BitSet();

    /** Keys that follow each other in both lists. */
    private record Stretch(int old, int current, int length) {}

    public Alignment(List<String> before, List<String> now) {
        int old = 0;
        int at = 0;
        while (old < before.size() || at < now.size()) {
            int length = common(before, old, now, at);
            if (length > 0) {
                stretches.add(new Stretch(old, at, length));
                old += length;
                at += length;
            } else if (at == now.size()
                    || old < before.size() && before.get(old).compareTo(now.get(at)) < 0) {
                gone.set(old++);
            } else {
                come.set(at++);
            }
        }
    }

    private static int common(List<String> before, int old, List<String> now, int at) {
        int length = 0;
        while (old + length < before.size()
                && at + length < now.size()
                && before.get(old + length).equals(now.get(at + length))) {
            length++;
        }
        return length;
    }

    /** Whether a set of positions in the list before means the same keys as one in the list now. */
    public boolean same(BitSet before, BitSet now) {
        return !before.intersects(gone)
                && !now.intersects(come)
                && stretches.stream()
                        .allMatch(stretch -> before.get(stretch.old, stretch.old + stretch.length)
                                .equals(now.get(stretch.current, stretch.current + stretch.length)));
    }
}
