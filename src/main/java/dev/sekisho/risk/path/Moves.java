package dev.sekisho.risk.path;

import dev.sekisho.risk.path.Crossings.Step;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The links between zones that are not in two networks of the same zones alike. */
final class Moves {
    private final BitSet starts = new BitSet();

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
        if (old != null) {
            starts.set(old.from());
        }
        if (now != null) {
            starts.set(now.from());
        }
    }

    /** Where those links start. */
    BitSet starts() {
        return (BitSet) starts.clone();
    }
}
