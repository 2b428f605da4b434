package dev.sekisho.risk.assessment;

import dev.sekisho.risk.entry.Door;
import dev.sekisho.risk.path.Approach;
import dev.sekisho.risk.path.Network;
import java.util.List;
import java.util.stream.Stream;

/** A way in of a third party, and where one comes who takes it. */
record WayIn(Door door, Approach approach) {

    /** Those that lead into zones. */
    static List<WayIn> through(List<Door> doors, Network network) {
        return doors.stream()
                .flatMap(door -> Stream.ofNullable(door.zone())
                        .map(zone -> new WayIn(door, network.approach(zone, door.price()))))
                .toList();
    }
}
