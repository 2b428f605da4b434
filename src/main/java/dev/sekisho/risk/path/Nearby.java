package dev.sekisho.risk.path;

import dev.sekisho.risk.estate.Subject;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is not far for somebody who comes in at one place or at several.
 *
 * @param crowns crown jewels at most one break away, the nearest and then the most critical first
 * @param organizations those at most one break away, with their distance
 * @param testZones keys of the TEST zones that a route of at most two breaks to a crown jewel elsewhere passes
 */
public record Nearby(List<Target> crowns, SortedMap<String, Distance> organizations, SortedSet<String> testZones) {

    /** @param approaches at least one */
    public static Nearby of(List<Approach> approaches) {
        Approach first = approaches.get(0);
        return approaches.size() == 1
                ? new Nearby(first.nearCrowns(), first.nearOrganizations(), first.testZones())
                : merged(approaches);
    }

    private static Nearby merged(List<Approach> approaches) {
        var crowns = new TreeMap<Subject, Target>();
        var organizations = new TreeMap<String, Distance>();
        var testZones = new TreeSet<String>();
        for (Approach approach : approaches) {
            approach.nearCrowns().forEach(crown -> crowns.merge(crown.subject(), crown, Nearby::nearer));
            approach.nearOrganizations()
                    .forEach((key, distance) -> organizations.merge(key, distance, Distance::nearer));
            testZones.addAll(approach.testZones());
        }
        return new Nearby(crowns.values().stream().sorted(Target.NEAREST_FIRST).toList(), organizations, testZones);
    }

    private static Target nearer(Target one, Target other) {
        return Target.NEAREST_FIRST.compare(one, other) <= 0 ? one : other;
    }
}
