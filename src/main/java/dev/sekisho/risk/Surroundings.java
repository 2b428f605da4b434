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
    private final List<Exposedness> zones;

    Surroundings(Frame frame, Postures postures, Completion unknown, @Nullable Surroundings previous) {
        this.frame = frame;
        var gates = new ArrayList<Gate>(frame.points.size() + frame.zoneLinks.size());
        double wide = frame.model.vulnerability().exposedFromOpenness();
        for (int i = 0; i < frame.points.size(); i++) {
            ConnectionPoint point = frame.points.get(i);
            int thirdParty = frame.thirdParty(point.thirdParty());
            gates.add(gate(
                    thirdParty, Reachability.INSIDE, point, postures.points().get(i), wide));
        }
        for (int i = 0; i < frame.zoneLinks.size(); i++) {
            ZoneLink link = frame.zoneLinks.get(i);
            gates.add(gate(
                    Reachability.INSIDE,
                    frame.zone(link.from()),
                    link,
                    postures.zoneLinks().get(i),
                    wide));
        }
        var internet = new BitSet();
        for (int zone = 0; zone < frame.zones.size(); zone++) {
            internet.set(zone, unknown.facesInternet(frame.zones.get(zone).environment()));
        }
        var reachability = new Reachability(frame.zones.size(), gates, internet);
        boolean comparable = previous != null
                && previous.frame.thirdParties == frame.thirdParties
                && previous.frame.zones == frame.zones;
        zones = IntStream.range(0, frame.zones.size())
                .mapToObj(zone -> exposedness(
                        reachability, zone, comparable && previous != null ? previous.zones.get(zone) : null))
                .toList();
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
        boolean exposed = behind.exposed()
                || wide(posture, frame.model.vulnerability().exposedFromOpenness())
                || facesInternet(point.transport());
        return new Exposedness(Reach.THIRD_PARTY, exposed, new KeySet(frame.thirdParties, thirdParties));
    }

    private static boolean facesInternet(Transport transport) {
        return transport == Transport.INTERNET || transport == Transport.INTERNET_VPN || transport == Transport.UNKNOWN;
    }

    private Gate gate(int thirdParty, int from, Link link, Posture posture, double wide) {
        boolean up = link.state().up();
        return new Gate(
                thirdParty,
                from,
                frame.zone(link.zone()),
                up && !posture.permitsNothing(),
                up && posture.unfiltered(),
                up && wide(posture, wide));
    }

    private static boolean wide(Posture posture, double from) {
        return posture.filter().absent() || posture.openness() >= from;
    }

    private Exposedness exposedness(Reachability reachability, int zone, @Nullable Exposedness previous) {
        Reach reach = reachability.entered(zone)
                ? Reach.THIRD_PARTY
                : reachability.isolated(zone) ? Reach.ISOLATED : Reach.INTERNAL;
        var now = new Exposedness(
                reach, reachability.exposed(zone), new KeySet(frame.thirdParties, reachability.thirdParties(zone)));
        return now.sameAs(previous) && previous != null ? previous : now;
    }
}
