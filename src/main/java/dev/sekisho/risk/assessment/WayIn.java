package dev.sekisho.risk.assessment;

import dev.sekisho.risk.assessment.BreakCost.Barrier;
import dev.sekisho.risk.path.Approach;
import dev.sekisho.risk.path.Network;
import dev.sekisho.risk.path.Ways;
import org.jspecify.annotations.Nullable;

/**
 * What it costs to get across a link and where one comes who does.
 *
 * @param ways absent when the link is down
 * @param approach absent when the link is down
 */
record WayIn(@Nullable Ways ways, @Nullable Approach approach) {
    private static final WayIn DOWN = new WayIn(null, null);

    record Inputs(Barrier barrier, Network network) {}

    static WayIn of(Inputs inputs) {
        if (!inputs.barrier.link().state().up()) {
            return DOWN;
        }
        Ways ways = BreakCost.ways(inputs.barrier);
        return new WayIn(ways, inputs.network.approach(inputs.barrier.link().zone(), ways));
    }
}
