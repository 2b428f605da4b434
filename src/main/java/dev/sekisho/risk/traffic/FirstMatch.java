package dev.sekisho.risk.traffic;

import dev.sekisho.risk.traffic.rule.Action;

/** Puts one map of verdicts before another: the second is asked only where no rule of the first matches. */
final class FirstMatch implements Diagram.Combination {

    static final int NO_RULE = Diagram.leaf(0);
    static final int PERMIT = Diagram.leaf(1);
    static final int DENY = Diagram.leaf(2);

    static int verdict(Action action) {
        return action == Action.PERMIT ? PERMIT : DENY;
    }

    @Override
    public int known(int a, int b) {
        if (a == NO_RULE) {
            return b;
        }
        return Diagram.isLeaf(a) || b == NO_RULE || a == b ? a : Diagram.OPEN;
    }
}
