package dev.sekisho.risk.referee;

import java.util.List;
import java.util.Set;

/**
 * Where a way comes out.
 *
 * @param target the zone or data holding it comes out in
 * @param prices what has to be broken for that: any of these sets, whole
 * @param met what is wrong with what one meets there before anything else
 */
record Landing(Target target, Set<Set<String>> prices, List<Fault> met) {

    /** What somebody may be after. */
    record Target(boolean isZone, String key) {
        static Target zone(String key) {
            return new Target(true, key);
        }

        static Target holding(String key) {
            return new Target(false, key);
        }
    }

    Landing costing(String label) {
        return new Landing(target, Prices.with(label, prices), met);
    }
}
