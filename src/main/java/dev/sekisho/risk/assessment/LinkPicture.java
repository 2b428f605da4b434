package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.path.Approach;
import dev.sekisho.risk.path.Network;
import dev.sekisho.risk.path.Ways;
import dev.sekisho.risk.score.LinkRisk;
import dev.sekisho.risk.score.Posture;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One link with what was computed about it.
 *
 * @param software all that it leads to
 * @param ways what it costs to get across; absent when it is down
 * @param approach where one comes who gets across; absent when it is down
 */
record LinkPicture(
        Inputs inputs,
        Software software,
        @Nullable Ways ways,
        @Nullable Approach approach,
        LinkRisk risk) {

    /**
     * Everything a result on a link may look at. The same objects make the same result.
     *
     * @param host the host it lands on, where it is one
     * @param hosts the hosts of the zone it leads into
     * @param behind software of the zone it leads into
     * @param own software at the connection point itself
     */
    record Inputs(
            Link link,
            Posture posture,
            Zone zone,
            @Nullable Asset host,
            @Nullable ThirdParty thirdParty,
            List<Asset> hosts,
            Software behind,
            Software own,
            Network network) {

        boolean sameAs(Inputs other) {
            return link == other.link
                    && posture == other.posture
                    && zone == other.zone
                    && host == other.host
                    && thirdParty == other.thirdParty
                    && hosts == other.hosts
                    && behind == other.behind
                    && own == other.own
                    && network == other.network;
        }
    }

    Link link() {
        return inputs.link;
    }

    Posture posture() {
        return inputs.posture;
    }

    /** Whether getting across costs what it did and leads on as it did. */
    boolean costsAsMuch(Inputs now, Software behind) {
        return inputs.link == now.link
                && inputs.host == now.host
                && inputs.hosts == now.hosts
                && inputs.network == now.network
                && inputs.posture.unfiltered() == now.posture.unfiltered()
                && inputs.posture.permitsNothing() == now.posture.permitsNothing()
                && software.open() == behind.open()
                && inputs.behind.products().equals(now.behind.products())
                && inputs.own.products().equals(now.own.products());
    }

    /** Whether it leads to the same at the same price. */
    boolean entersLike(LinkPicture other) {
        return this == other || (approach == other.approach && Objects.equals(ways, other.ways));
    }
}
