package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.path.Approach;
import dev.sekisho.risk.path.Ways;
import dev.sekisho.risk.score.Completion;
import dev.sekisho.risk.score.LinkRisk;
import dev.sekisho.risk.score.Model;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One link with what was computed about it.
 *
 * @param software all that it leads to
 */
record LinkPicture(Inputs inputs, Software software, LinkRisk risk) {

    /** What all links have in common. */
    record Conditions(LocalDate today, Model model, Completion unknown) {}

    /**
     * Everything a result on a link may look at, a rule's included.
     *
     * @param host the host it lands on, where it is one
     * @param behind software of the zone it leads into
     * @param own software at the connection point itself
     * @param space the addresses of the corporate family it leads into
     */
    record Inputs(
            Link link,
            Posture posture,
            Zone zone,
            @Nullable Asset host,
            @Nullable ThirdParty thirdParty,
            Software behind,
            Software own,
            WayIn wayIn,
            AddressSet space,
            Conditions conditions) {}

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

    /** Whether it leads to the same at the same price. */
    boolean entersLike(LinkPicture other) {
        return this == other || (approach() == other.approach() && Objects.equals(ways(), other.ways()));
    }
}
