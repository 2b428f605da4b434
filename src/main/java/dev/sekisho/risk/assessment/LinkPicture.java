package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.path.Approach;
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
     * @param host the host it lands on, where it is one
     * @param family the corporate family it leads into, with its addresses
     */
    record Landing(Zone zone, @Nullable Asset host, OwnSpace.Family family) {}

    /**
     * Everything a rule on a link may look at.
     *
     * @param behind software of the zone it leads into
     * @param own software at the connection point itself
     * @param approaches where one comes over it, from each zone where one lands; none when it is down
     */
    record Inputs(
            Link link,
            Posture posture,
            Landing landing,
            @Nullable ThirdParty thirdParty,
            Software behind,
            Software own,
            Upkeep upkeep,
            List<Approach> approaches) {}

    static LinkPicture of(Inputs inputs) {
        return new LinkPicture(inputs, inputs.approaches.isEmpty() ? Software.NONE : inputs.behind.and(inputs.own));
    }

    Link link() {
        return inputs.link;
    }

    Posture posture() {
        return inputs.posture;
    }

    /** Where one comes who gets across, from each zone where one lands; none when it is down. */
    List<Approach> approaches() {
        return inputs.approaches;
    }
}
