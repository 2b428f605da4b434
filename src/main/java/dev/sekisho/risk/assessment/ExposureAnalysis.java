package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.estate.link.Transport;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.path.Reachability;
import dev.sekisho.risk.path.Reachability.Gate;
import dev.sekisho.risk.path.number.KeySet;
import dev.sekisho.risk.score.Completion;
import dev.sekisho.risk.score.Exposedness;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.score.Reach;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** From where every zone and connection point can be reached. */
final class ExposureAnalysis {
    private final AssessmentInput input;
    private final Completion unknown;
    private final double wide;
    private final Reachability reachability;
    final Derived<Exposedness, Exposedness> zones;

    /** Of every third party the keys of itself and of all who work for it, or for somebody who does: they come as it does. */
    final Derived<?, SortedSet<String>> staffs;

    /** By the number of a third party those of all who work for it, or for somebody who does; absent where nobody does. */
    private final Map<Integer, BitSet> workers;

    /** Zones and third parties by number. */
    private record Gates(
            int zones, List<List<List<Gate>>> outer, List<Gate> inner, BitSet internet, Map<Integer, BitSet> workers) {
        Reachability reachability() {
            List<Gate> all =
                    outer.stream().flatMap(List::stream).flatMap(List::stream).toList();
            return new Reachability(zones, all, inner, internet, workers);
        }
    }

    /** What one comes in by, and past what. */
    record Parts(Postures postures, Landings landings, Upkeeps upkeeps, SupplyChannels channels) {}

    ExposureAnalysis(AssessmentInput input, Parts parts, Completion unknown, Step step) {
        this.input = input;
        this.unknown = unknown;
        Postures postures = parts.postures;
        Landings landings = parts.landings;
        workers = workers(input);
        wide = input.model.vulnerability().exposedFromOpenness();
        Derived<?, List<Gate>> outer = step.over(input.points)
                .reading(postures.points)
                .reading(landings.others)
                .readingFrom(wide, input.zones.keys(), input.parties.keys())
                .collect(
                        "outer gates",
                        at -> landings.of(at)
                                .mapToObj(zone -> outerGate(at, zone, postures.points.get(at)))
                                .toList());
        Derived<?, List<Gate>> unregistered = step.over(input.parties)
                .reading(input.registered)
                .readingMembers(input.hosts, input.hostsByManager)
                .readingFrom(input.zones.keys(), input.parties.keys())
                .collect("unregistered gates", this::unregistered);
        Derived<?, List<Gate>> supplied = step.over(input.parties)
                .reading(parts.upkeeps.parties)
                .readingFrom(parts.channels.bySupplier, input.zones.keys(), input.parties.keys())
                .collect("supplied gates", at -> supplied(at, parts));
        Derived<Gate, Gate> inner = step.over(input.zoneLinks)
                .reading(postures.zoneLinks)
                .readingFrom(wide, input.zones.keys())
                .collect("inner gates", at -> innerGate(at, postures.zoneLinks.get(at)));
        var gates = new Gates(
                input.zones.size(),
                List.of(outer.values(), unregistered.values(), supplied.values()),
                inner.values(),
                facingInternet(),
                workers);
        reachability = step.value("reachability", gates, Gates::reachability);
        reachability.spread();
        staffs = step.over(input.parties)
                .readingFrom(workers, input.parties.keys())
                .collect("staffs", this::staff);
        zones = step.over(input.zones)
                .readingFrom(reachability, input.parties.keys())
                .collect("exposedness", this::exposedness);
    }

    private BitSet facingInternet() {
        var internet = new BitSet();
        for (int zone = 0; zone < input.zones.size(); zone++) {
            internet.set(zone, unknown.facesInternet(input.zones.get(zone).environment()));
        }
        return internet;
    }

    /** Where no connection is registered nobody knows of anything that filters it. */
    private List<Gate> unregistered(int party) {
        return input.registered.get(party)
                ? List.of()
                : input.hostsByManager
                        .members(party)
                        .map(input.hostsByZone::of)
                        .distinct()
                        .mapToObj(zone -> new Gate(
                                party, Reachability.INSIDE, zone, !unknown.best(), !unknown.best(), !unknown.best()))
                        .toList();
    }

    /**
     * Software lets in nobody but whoever has broken in at its supplier: there is a way where that has happened, or may have.
     * It passes no filter, so it makes nothing exposed.
     */
    private List<Gate> supplied(int party, Parts parts) {
        return parts.upkeeps.parties.get(party).notice() == Notice.NONE
                ? List.of()
                : parts.channels
                        .zones(input.parties.keys().get(party))
                        .map(zone -> new Gate(party, Reachability.INSIDE, input.zones.at(zone), true, false, false))
                        .toList();
    }

    private Gate outerGate(int at, int zone, Posture posture) {
        Gate gate = gate(input.pointsByParty.of(at), Reachability.INSIDE, zone, input.points.get(at), posture);
        // Where its rules lead beside the zone it is registered for, something is let through for certain.
        return zone == input.pointsByZone.of(at)
                        || gate.permits()
                        || !input.points.get(at).state().up()
                ? gate
                : new Gate(gate.thirdParty(), gate.from(), gate.to(), true, gate.unfiltered(), gate.wide());
    }

    private Gate innerGate(int at, Posture posture) {
        return gate(
                Reachability.INSIDE,
                input.linksByStart.of(at),
                input.linksByZone.of(at),
                input.zoneLinks.get(at),
                posture);
    }

    private Gate gate(int thirdParty, int from, int to, Link link, Posture posture) {
        boolean up = link.state().up();
        return new Gate(
                thirdParty,
                from,
                to,
                up && !posture.permitsNothing(),
                up && posture.unfiltered(),
                up && isWide(posture));
    }

    private boolean isWide(Posture posture) {
        return posture.filter().absent() || posture.openness() >= wide;
    }

    private Exposedness exposedness(int zone) {
        return new Exposedness(
                reach(zone),
                reachability.exposed(zone),
                new KeySet(input.parties.keys(), reachability.thirdParties(zone)));
    }

    private static Map<Integer, BitSet> workers(AssessmentInput input) {
        var workers = new HashMap<Integer, BitSet>();
        for (int party = 0; party < input.parties.size(); party++) {
            for (int principal : Doors.principals(party, input)) {
                workers.computeIfAbsent(principal, any -> new BitSet()).set(party);
            }
        }
        return workers;
    }

    private SortedSet<String> staff(int party) {
        BitSet below = workers.get(party);
        if (below == null) {
            return Collections.unmodifiableSortedSet(
                    new TreeSet<>(Set.of(input.parties.keys().get(party))));
        }
        var all = (BitSet) below.clone();
        all.set(party);
        return new KeySet(input.parties.keys(), all);
    }

    private Reach reach(int zone) {
        return reachability.entered(zone)
                ? Reach.THIRD_PARTY
                : reachability.isolated(zone) ? Reach.ISOLATED : Reach.INTERNAL;
    }

    /**
     * A device at a connection point faces the third party, and the internet where that carries the link.
     *
     * @param behind the zone it leads into
     * @param staff whoever comes as its third party does
     */
    Exposedness of(ConnectionPoint point, Posture posture, Exposedness behind, SortedSet<String> staff) {
        if (!point.state().up()) {
            return behind;
        }
        boolean exposed = behind.exposed() || isWide(posture) || facesInternet(unknown.transport(point.transport()));
        return new Exposedness(Reach.THIRD_PARTY, exposed, both(staff, behind.reachableBy()));
    }

    /** Who owns a link that lets something through gets to the zone behind anyhow; a set for each link would be many. */
    private SortedSet<String> both(SortedSet<String> staff, SortedSet<String> others) {
        if (others.containsAll(staff)) {
            return others;
        }
        var thirdParties = new BitSet();
        Stream.concat(staff.stream(), others.stream()).forEach(key -> thirdParties.set(input.parties.at(key)));
        return new KeySet(input.parties.keys(), thirdParties);
    }

    private static boolean facesInternet(Transport transport) {
        return transport == Transport.INTERNET || transport == Transport.INTERNET_VPN || transport == Transport.UNKNOWN;
    }
}
