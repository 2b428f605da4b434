package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.path.Approach;
import dev.sekisho.risk.path.Ways;
import dev.sekisho.risk.rule.SharedLogins;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.score.Upkeep;
import java.util.List;
import java.util.Optional;
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
     * @param logins what a third party may log in with that opens more than this
     * @param firewall what is its firewall, or may be, and first runs out of support
     */
    record Landing(
            Zone zone,
            List<Asset> hosts,
            OwnSpace.Family family,
            List<SharedLogins.Login> logins,
            Optional<Installation> firewall) {}

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
