package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.estate.link.Transport;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.path.Alignment;
import dev.sekisho.risk.path.KeySet;
import dev.sekisho.risk.path.Reachability;
import dev.sekisho.risk.path.Reachability.Gate;
import dev.sekisho.risk.score.Completion;
import dev.sekisho.risk.score.Exposedness;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.score.Reach;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** From where every zone and connection point can be reached. */
final class ExposureAnalysis {
    private final AssessmentInput frame;
    private final Postures postures;
    private final List<Gate> outer;
    private final List<Gate> inner;
    private final BitSet internet;
    private final Reachability reachability;
    private final List<Exposedness> zones;

    ExposureAnalysis(
            AssessmentInput frame, Postures postures, Completion unknown, @Nullable ExposureAnalysis previous) {
        this.frame = frame;
        this.postures = postures;
        ExposureAnalysis before = previous != null
                        && previous.frame.thirdParties == frame.thirdParties
                        && previous.frame.zones == frame.zones
                ? previous
                : null;
        internet = before == null ? facingInternet(frame, unknown) : before.internet;
        if (before == null) {
            outer = frame.points.about(null, new BitSet(), this::outerGate);
            inner = frame.zoneLinks.about(null, new BitSet(), this::innerGate);
        } else {
            outer = frame.points.about(
                    before.outer, frame.points.differing(postures.points(), before.postures.points()), this::outerGate);
            inner = frame.zoneLinks.about(
                    before.inner,
                    frame.zoneLinks.differing(postures.zoneLinks(), before.postures.zoneLinks()),
                    this::innerGate);
        }
        if (before != null && outer.equals(before.outer) && inner.equals(before.inner)) {
            reachability = before.reachability;
            zones = before.zones;
            return;
        }
        var now = new Reachability(frame.zones.size(), outer, inner, internet);
        if (before != null && now.startsLike(before.reachability)) {
            reachability = before.reachability;
            zones = before.zones;
            return;
        }
        now.spread();
        reachability = now;
        ExposureAnalysis comparable = previous != null && previous.frame.zones == frame.zones ? previous : null;
        var keys = new Alignment(comparable == null ? List.of() : comparable.frame.thirdParties, frame.thirdParties);
        zones = IntStream.range(0, frame.zones.size())
                .mapToObj(zone -> comparable != null && sameAt(zone, comparable, keys)
                        ? comparable.zones.get(zone)
                        : exposedness(zone))
                .toList();
    }

    /** Whether outsiders get to a zone as before, though third parties may have come and gone that do not. */
    private boolean sameAt(int zone, ExposureAnalysis before, Alignment keys) {
        Exposedness known = before.zones.get(zone);
        return known.reach() == reach(zone)
                && known.exposed() == reachability.exposed(zone)
                && keys.same(before.reachability.thirdParties(zone), reachability.thirdParties(zone));
    }

    private static BitSet facingInternet(AssessmentInput frame, Completion unknown) {
        var internet = new BitSet();
        for (int zone = 0; zone < frame.zones.size(); zone++) {
            internet.set(zone, unknown.facesInternet(frame.zones.get(zone).environment()));
        }
        return internet;
    }

    private Gate outerGate(int at) {
        Posture posture = postures.points().get(at);
        int thirdParty = frame.pointsByThirdParty.of(at);
        return gate(thirdParty, Reachability.INSIDE, frame.pointsByZone.of(at), frame.points.get(at), posture);
    }

    private Gate innerGate(int at) {
        ZoneLink link = frame.zoneLinks.get(at);
        Posture posture = postures.zoneLinks().get(at);
        return gate(Reachability.INSIDE, frame.zone(link.from()), frame.zone(link.zone()), link, posture);
    }

    Exposedness of(int zone) {
        return zones.get(zone);
    }

    /** A device at a connection point faces the third party, and the internet where that carries the link. */
    Exposedness of(ConnectionPoint point, Posture posture) {
        Exposedness behind = zones.get(frame.zone(point.zone()));
        if (!point.state().up()) {
            return behind;
        }
        boolean exposed = behind.exposed() || wide(posture) || facesInternet(point.transport());
        return new Exposedness(Reach.THIRD_PARTY, exposed, with(point.thirdParty(), behind.reachableBy()));
    }

    /** Who owns a link that lets something through gets to the zone behind anyhow; a set for each link would be many. */
    private SortedSet<String> with(String thirdParty, SortedSet<String> others) {
        if (others.contains(thirdParty)) {
            return others;
        }
        var thirdParties = new BitSet();
        others.forEach(key -> thirdParties.set(frame.thirdParty(key)));
        thirdParties.set(frame.thirdParty(thirdParty));
        return new KeySet(frame.thirdParties, thirdParties);
    }

    private static boolean facesInternet(Transport transport) {
        return transport == Transport.INTERNET || transport == Transport.INTERNET_VPN || transport == Transport.UNKNOWN;
    }

    private Gate gate(int thirdParty, int from, int to, Link link, Posture posture) {
        boolean up = link.state().up();
        return new Gate(
                thirdParty, from, to, up && !posture.permitsNothing(), up && posture.unfiltered(), up && wide(posture));
    }

    private boolean wide(Posture posture) {
        return posture.filter().absent()
                || posture.openness() >= frame.model.vulnerability().exposedFromOpenness();
    }

    private Exposedness exposedness(int zone) {
        return new Exposedness(
                reach(zone),
                reachability.exposed(zone),
                new KeySet(frame.thirdParties, reachability.thirdParties(zone)));
    }

    private Reach reach(int zone) {
        return reachability.entered(zone)
                ? Reach.THIRD_PARTY
                : reachability.isolated(zone) ? Reach.ISOLATED : Reach.INTERNAL;
    }
}
