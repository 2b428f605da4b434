package dev.sekisho.risk.path;

import dev.sekisho.risk.path.Crossings.Step;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The links between zones that are not in two networks of the same zones alike. */
final class Moves {
    /** Looking at so many ends one by one costs less than doing more than needed afterwards. */
    private static final int FEW = 32;

    private final BitSet starts = new BitSet();
    /** The ends of those that cost more or less than they did. */
    private final BitSet dearerFrom = new BitSet();

    private final BitSet dearerInto = new BitSet();

    Moves(Crossings before, Crossings now) {
        if (before == now) {
            return;
        }
        List<Step> old = before.steps();
        List<Step> current = now.steps();
        int left = 0;
        int right = 0;
        while (left < old.size() || right < current.size()) {
            int order = left == old.size()
                    ? 1
                    : right == current.size()
                            ? -1
                            : old.get(left).key().compareTo(current.get(right).key());
            compare(order <= 0 ? old.get(left) : null, order >= 0 ? current.get(right) : null);
            left += order <= 0 ? 1 : 0;
            right += order >= 0 ? 1 : 0;
        }
    }

    private void compare(@Nullable Step old, @Nullable Step now) {
        if (old == now || old != null && now != null && old.leadsLike(now)) {
            return;
        }
        boolean asFar = old != null && now != null && old.isParallelTo(now) && old.fewest() == now.fewest();
        note(old, asFar);
        note(now, asFar);
    }

    private void note(@Nullable Step step, boolean asFar) {
        if (step != null) {
            starts.set(step.from());
            if (!asFar) {
                dearerFrom.set(step.from());
                dearerInto.set(step.to());
            }
        }
    }

    /** Where those links start. */
    BitSet starts() {
        return (BitSet) starts.clone();
    }

    /**
     * The zones to which it may be nearer or farther. Whatever way is shorter in one of the two networks comes to the start
     * of the first link on it that moved as it does in the other, so only what lies behind that one can be nearer.
     */
    BitSet into(Network before, Network now) {
        return dearerFrom.cardinality() <= FEW ? movedAway(before, now) : behind(before, now);
    }

    private BitSet movedAway(Network before, Network now) {
        var into = new BitSet();
        dearerFrom.stream().forEach(start -> {
            Steps then = before.stepsFrom(start);
            Steps since = now.stepsFrom(start);
            for (int zone = 0; zone < before.districts().size(); zone++) {
                if (then.to(zone) != since.to(zone)) {
                    into.set(zone);
                }
            }
        });
        return into;
    }

    private BitSet behind(Network before, Network now) {
        var into = new BitSet();
        dearerInto.stream().forEach(end -> {
            into.or(before.reach(end));
            into.or(now.reach(end));
        });
        return into;
    }
}
