package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.link.Link;
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

    static WayIn over(Link link, Ways ways, Network network) {
        return link.state().up() ? new WayIn(ways, network.approach(link.zone(), ways)) : DOWN;
    }
}
