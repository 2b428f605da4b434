package dev.sekisho.ruleset.azure;

import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.ruleset.reading.Resolved;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One side of a rule: addresses that are known and names whose addresses are not all known. */
final class AzurePeers {

    /**
     * What one prefix, tag or group stands for.
     *
     * @param doubts empty if all of it is known
     */
    record Peer(AddressSet known, AddressSet widest, List<String> doubts) {

        static Peer of(Resolved<AddressSet> resolved) {
            return new Peer(
                    resolved.doubts().isEmpty() ? resolved.set() : AddressSet.NONE, resolved.set(), resolved.doubts());
        }
    }

    private final Set<String> unknown = new HashSet<>();
    private final List<String> doubts = new ArrayList<>();
    private boolean stated;
    private AddressSet known = AddressSet.NONE;
    private AddressSet widest = AddressSet.NONE;

    void add(String name, Resolved<AddressSet> resolved) {
        add(name, Peer.of(resolved));
    }

    void add(String name, Peer peer) {
        stated = true;
        known = known.union(peer.known());
        widest = widest.union(peer.widest());
        if (!peer.doubts().isEmpty()) {
            unknown.add(name.toLowerCase(Locale.ROOT));
            doubts.addAll(peer.doubts());
        }
    }

    /** A side that a rule does not state is anybody. */
    AzurePeers orAnybody() {
        if (!stated) {
            known = AddressSet.ANY;
            widest = AddressSet.ANY;
        }
        return this;
    }

    AddressSet known() {
        return known;
    }

    AddressSet widest() {
        return widest;
    }

    List<String> doubts() {
        return List.copyOf(doubts);
    }

    /** Which of the others this certainly means too; a name means the same wherever it stands. */
    AddressSet among(AzurePeers others) {
        var all = unknown.containsAll(others.unknown) && known.contains(others.known);
        return all ? known.union(others.widest) : known;
    }
}
