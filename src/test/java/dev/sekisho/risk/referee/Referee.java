package dev.sekisho.risk.referee;

import static dev.sekisho.risk.referee.Lse5.capped;
import static dev.sekisho.risk.referee.Lse5.milli;

import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.score.Posture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every score once more, written from section 7 of the model's description, plainly and without regard to time. From an
 * assessment it takes what holds at each link and when each flaw has to be mended, and nothing else.
 */
final class Referee {
    private final Estate estate;
    private final Faults faults;
    private final Terrain terrain;
    private final Upkeep upkeep;
    private final Map<List<?>, Map<String, Integer>> known = new HashMap<>();

    /** A third party and what it comes to. */
    private record Pair(String thirdParty, String zone) {}

    Referee(Assessment assessment) {
        estate = assessment.estate();
        faults = new Faults(assessment);
        terrain = new Terrain(assessment, faults);
        upkeep = new Upkeep(estate, assessment.today());
    }

    /** The score in milli-points. */
    int score(Subject subject) {
        String key = subject.key();
        return switch (subject.kind()) {
            case CONNECTION_POINT -> way(estate.connectionPoints().get(key));
            case THIRD_PARTY -> thirdParty(key);
            case ZONE -> together(worst(null), pair -> pair.zone.equals(key));
            case ORGANIZATION ->
                together(
                        worst(null),
                        pair -> estate.zones().get(pair.zone).organization().equals(key));
            case ZONE_LINK -> zoneLink(estate.zoneLinks().get(key));
            case PORTFOLIO -> together(worst(null), pair -> true);
            default -> throw new IllegalArgumentException("no score: " + subject);
        };
    }

    /** What the way adds to every term, by the codes of its lines. */
    Map<String, Integer> lines(ConnectionPoint point) {
        return upkeep.lines(point, terrain.posture(point));
    }

    private int way(ConnectionPoint point) {
        return point.state().up()
                ? capped(Math.max(Lse5.of(terms(point, null).values()), upkeep.floor(point.thirdParty())))
                : 0;
    }

    private int thirdParty(String key) {
        List<Integer> terms = of(worst(null), pair -> pair.thirdParty.equals(key));
        return terms.isEmpty() ? 0 : capped(Math.max(Lse5.of(terms), upkeep.floor(key)));
    }

    private int zoneLink(ZoneLink link) {
        return link.state().up() ? together(worst(link), pair -> true) : 0;
    }

    private static int together(Map<Pair, Integer> worst, Predicate<Pair> which) {
        return capped(Lse5.of(of(worst, which)));
    }

    private static List<Integer> of(Map<Pair, Integer> worst, Predicate<Pair> which) {
        return worst.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** u(T,t): of each third party to each target the worst of its ways. */
    private Map<Pair, Integer> worst(@Nullable ZoneLink through) {
        var worst = new HashMap<Pair, Integer>();
        for (ConnectionPoint point : estate.connectionPoints().values()) {
            if (point.state().up()) {
                terms(point, through)
                        .forEach((zone, term) -> worst.merge(new Pair(point.thirdParty(), zone), term, Math::max));
            }
        }
        return worst;
    }

    private Map<String, Integer> terms(ConnectionPoint point, @Nullable ZoneLink through) {
        return known.computeIfAbsent(Arrays.asList(point, through), any -> weighed(point, through));
    }

    /** r(p,t) of each target. */
    private Map<String, Integer> weighed(ConnectionPoint point, @Nullable ZoneLink through) {
        int kept = lines(point).values().stream().mapToInt(Integer::intValue).sum();
        var terms = new HashMap<String, Integer>();
        terrain.from(point, through).forEach((zone, breaks) -> {
            int term = consequence(zone) - 20_000 * breaks - 22_500 + kept + inner(point, zone);
            terms.put(zone, term + vulnerability(point, zone));
        });
        return terms;
    }

    private int consequence(String key) {
        Zone zone = estate.zones().get(key);
        List<Integer> hosts = estate.assetsIn(key).stream()
                .map(Asset::criticality)
                .map(Referee::criticality)
                .toList();
        return Math.max(criticality(zone.criticality()), Lse5.of(hosts));
    }

    private static int criticality(@Nullable Integer known) {
        return known == null ? 100_000 : 1000 * known;
    }

    private int inner(ConnectionPoint point, String zone) {
        if (point.zone().equals(zone)) {
            return 5000;
        }
        double leakiest = estate.linksInto(zone).stream()
                .filter(link -> link.state().up())
                .map(terrain::posture)
                .mapToDouble(posture -> 30 * Upkeep.filter(posture) + 15 * posture.openness())
                .max()
                .orElseThrow();
        return milli(5 * leakiest / 45);
    }

    private int vulnerability(ConnectionPoint point, String zone) {
        Posture posture = terrain.posture(point);
        boolean barred = !posture.unfiltered() && posture.permitsNothing();
        var pooled = new ArrayList<>(faults.ofFirewall(point));
        Stream.of(
                        barred ? Stream.<Installation>empty() : faults.inZone(point.zone()).stream(),
                        faults.at(point).stream(),
                        faults.inZone(zone).stream())
                .flatMap(installations -> installations)
                .flatMap(faults::of)
                .forEach(pooled::add);
        return (int) Math.round(.08 * Faults.together(pooled));
    }
}
