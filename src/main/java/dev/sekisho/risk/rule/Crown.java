package dev.sekisho.risk.rule;

import dev.sekisho.risk.path.Distance;
import dev.sekisho.risk.path.Target;
import java.util.List;

/** How a finding speaks of the crown jewel that makes it worse. */
public final class Crown {
    private Crown() {}

    /** A clause to append: ", and ERP is 1 break away". */
    public static String words(Target crown) {
        return ", and " + crown.name() + " is " + breaks(crown.distance()) + " away";
    }

    public static Evidence evidence(Target crown) {
        return Evidence.of("target", crown.subject().key())
                .and("targetKind", crown.subject().kind())
                .and("criticality", crown.criticality())
                .and("breaks", text(crown.distance()));
    }

    /** The first of them with what is known of it, and all of them by key. */
    public static Evidence evidence(List<Target> crowns) {
        return evidence(crowns.get(0))
                .and("count", crowns.size())
                .andAll(
                        "targets",
                        crowns.stream().map(crown -> crown.subject().key()).toList());
    }

    /** "ERP", "ERP and MES", "ERP, MES and 3 more". */
    public static String names(List<Target> crowns) {
        return listed(crowns.stream().map(Target::name).toList());
    }

    /** "A", "A and B", "A, B and 3 more". */
    public static String listed(List<String> names) {
        return switch (names.size()) {
            case 1 -> names.get(0);
            case 2 -> names.get(0) + " and " + names.get(1);
            default -> names.get(0) + ", " + names.get(1) + " and " + (names.size() - 2) + " more";
        };
    }

    private static String breaks(Distance distance) {
        return text(distance) + (distance.atMost() == 1 ? " break" : " breaks");
    }

    /** "1", or "0..3" where only bounds are known. */
    public static String text(Distance distance) {
        return distance.exact() ? "" + distance.atLeast() : distance.atLeast() + ".." + distance.atMost();
    }
}
