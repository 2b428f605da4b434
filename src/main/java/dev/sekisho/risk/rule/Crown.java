package dev.sekisho.risk.rule;

import dev.sekisho.risk.path.Distance;
import dev.sekisho.risk.path.Target;

/** How a finding speaks of the crown jewel that makes it worse. */
final class Crown {
    private Crown() {}

    /** A clause to append: ", and ERP is 1 break away". */
    static String words(Target crown) {
        return ", and " + crown.name() + " is " + breaks(crown.distance()) + " away";
    }

    static Evidence evidence(Target crown) {
        return Evidence.of("target", crown.subject().key())
                .and("targetKind", crown.subject().kind())
                .and("criticality", crown.criticality())
                .and("breaks", text(crown.distance()));
    }

    /** Tells targets apart even where a zone and an asset have the same key. */
    static String cause(Target crown) {
        return crown.subject().kind() + "/" + crown.subject().key();
    }

    private static String breaks(Distance distance) {
        return text(distance) + (distance.atMost() == 1 ? " break" : " breaks");
    }

    /** "1", or "0..3" where only bounds are known. */
    static String text(Distance distance) {
        return distance.exact() ? "" + distance.atLeast() : distance.atLeast() + ".." + distance.atMost();
    }
}
