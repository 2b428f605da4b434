package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.path.Approach;
import dev.sekisho.risk.path.Ways;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.score.Upkeep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One link with what was computed about it.
 *
 * @param software all that it leads to
 */
record LinkPicture(Inputs inputs, Software software) {

    /**
     * Where a link ends.
     *
     * @param hosts those it lands on
     * @param family the corporate family it leads into, with its addresses
     */
    record Landing(Zone zone, List<Asset> hosts, OwnSpace.Family family) {}

    /**
     * Everything a rule on a link may look at.
     *
     * @param behind software of the zone it leads into
     * @param own software at the connection point itself
     */
    record Inputs(
            Link link,
            Posture posture,
            Landing landing,
            @Nullable ThirdParty thirdParty,
            Software behind,
            Software own,
            Upkeep upkeep,
            WayIn wayIn) {}

    static LinkPicture of(Inputs inputs) {
        boolean down = inputs.wayIn.approach() == null;
        return new LinkPicture(inputs, down ? Software.NONE : inputs.behind.and(inputs.own));
    }

    Link link() {
        return inputs.link;
    }

    Posture posture() {
        return inputs.posture;
    }

    /** What it costs to get across; absent when it is down. */
    @Nullable
    Ways ways() {
        return inputs.wayIn.ways();
    }

    /** Where one comes who gets across; absent when it is down. */
    @Nullable
    Approach approach() {
        return inputs.wayIn.approach();
    }
}
