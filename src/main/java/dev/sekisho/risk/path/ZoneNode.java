package dev.sekisho.risk.path;

import dev.sekisho.risk.estate.Subject;
import java.util.List;

/**
 * A zone as the search sees it. Inside a zone nothing filters, so whoever holds one host holds all of it.
 *
 * @param test whether it is a test environment
 * @param grounds the zone and its assets, the most critical first
 */
public record ZoneNode(String key, String organization, boolean test, List<TargetInZone> grounds) {

    /** The highest criticality in it. */
    public int worst() {
        return grounds.get(0).criticality();
    }

    /**
     * Something in a zone that an attacker may be after.
     *
     * @param subject a ZONE or an ASSET
     * @param criticality 0..100
     */
    public record TargetInZone(Subject subject, String name, int criticality) {}
}
