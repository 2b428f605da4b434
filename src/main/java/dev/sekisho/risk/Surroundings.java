package dev.sekisho.risk;

import dev.sekisho.risk.estate.ConnectionPoint;
import dev.sekisho.risk.estate.Link;
import dev.sekisho.risk.estate.Transport;
import dev.sekisho.risk.estate.ZoneLink;
import dev.sekisho.risk.path.KeySet;
import dev.sekisho.risk.path.Reachability;
import dev.sekisho.risk.path.Reachability.Gate;
import dev.sekisho.risk.score.Completion;
import dev.sekisho.risk.score.Exposedness;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.score.Reach;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** From where every zone and connection point can be reached. */
final class Surroundings {
    private final Frame frame;
    private final Reachability reachability;
    private final List<Exposedness> zones;

    Surroundings(Frame frame, Postures postures, Completion unknown, @Nullable Surroundings previous) {
        this.frame = frame;
        var internet = new BitSet();
        for (int zone = 0; zone < frame.zones.size(); zone++) {
            internet.set(zone, unknown.facesInternet(frame.zones.get(zone).environment()));
        }
        boolean comparable = previous != null
                && previous.frame.thirdParties == frame.thirdParties
                && previous.frame.zones == frame.zones;
        var now = new Reachability(frame.zones.size(), gates(postures), internet);
        if (comparable && now.startsLike(previous.reachability)) {
            reachability = previous.reachability;
            zones = previous.zones;
        } else {
            reachability = now;
            now.spread();
            zones = IntStream.range(0, frame.zones.size())
                    .mapToObj(zone -> exposedness(zone, comparable ? previous.zones.get(zone) : null))
                    .toList();
        }
    }

    private List<Gate> gates(Postures postures) {
        var gates = new ArrayList<Gate>(frame.points.size() + frame.zoneLinks.size());
        for (int i = 0; i < frame.points.size(); i++) {
            int thirdParty = frame.pointsByThirdParty.of(i);
            Posture posture = postures.points().get(i);
            gates.add(gate(thirdParty, Reachability.INSIDE, frame.pointsByZone.of(i), frame.points.get(i), posture));
        }
        for (int i = 0; i < frame.zoneLinks.size(); i++) {
            ZoneLink link = frame.zoneLinks.get(i);
            Posture posture = postures.zoneLinks().get(i);
            gates.add(gate(Reachability.INSIDE, frame.zone(link.from()), frame.zone(link.zone()), link, posture));
        }
        return gates;
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
        var thirdParties = new BitSet();
        behind.reachableBy().forEach(key -> thirdParties.set(frame.thirdParty(key)));
        thirdParties.set(frame.thirdParty(point.thirdParty()));
        boolean exposed = behind.exposed() || wide(posture) || facesInternet(point.transport());
        return new Exposedness(Reach.THIRD_PARTY, exposed, new KeySet(frame.thirdParties, thirdParties));
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

    private Exposedness exposedness(int zone, @Nullable Exposedness previous) {
        Reach reach = reachability.entered(zone)
                ? Reach.THIRD_PARTY
                : reachability.isolated(zone) ? Reach.ISOLATED : Reach.INTERNAL;
        var now = new Exposedness(
                reach, reachability.exposed(zone), new KeySet(frame.thirdParties, reachability.thirdParties(zone)));
        return previous != null && now.sameAs(previous) ? previous : now;
    }
}
