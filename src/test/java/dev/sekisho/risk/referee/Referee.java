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
import dev.sekisho.risk.referee.Landing.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every score once more, written from section 7 of the model's description, plainly and without regard to time. From an
 * assessment it takes what holds at each link and when each flaw has to be mended, and nothing else.
 */
final class Referee {
    private final Estate estate;
    private final Faults faults;
    private final Filters filters;
    private final Terrain terrain;
    private final Upkeep upkeep;
    private final WaysIn waysIn;
    private final List<Way> all;
    private final Map<List<?>, Map<Target, Integer>> known = new HashMap<>();

    /** A third party and what it comes to. */
    private record Pair(String thirdParty, Target target) {}

    Referee(Assessment assessment) {
        estate = assessment.estate();
        faults = new Faults(assessment);
        filters = new Filters(assessment);
        var prices = new Prices(estate, faults, filters);
        terrain = new Terrain(estate, prices);
        upkeep = new Upkeep(estate, assessment.today());
        waysIn = new WaysIn(assessment, faults, filters, prices);
        all = waysIn.all();
    }

    /** The score in milli-points. */
    int score(Subject subject) {
        String key = subject.key();
        return switch (subject.kind()) {
            case CONNECTION_POINT -> way(estate.connectionPoints().get(key));
            case THIRD_PARTY -> thirdParty(key);
            case ZONE -> together(worst(null), pair -> pair.target.equals(Target.zone(key)));
            case ASSET -> host(estate.assets().get(key));
            case ORGANIZATION ->
                together(worst(null), pair -> owner(pair.target).equals(key));
            case ZONE_LINK -> zoneLink(estate.zoneLinks().get(key));
            case PORTFOLIO -> together(worst(null), pair -> true);
            default -> throw new IllegalArgumentException("no score: " + subject);
        };
    }

    /** What the way adds to every term, by the codes of its lines. */
    Map<String, Integer> lines(ConnectionPoint point) {
        return lines(waysIn.over(point));
    }

    private Map<String, Integer> lines(Way way) {
        var lines = new TreeMap<>(way.lines());
        lines.putAll(upkeep.of(way.thirdParty()));
        return lines;
    }

    private String owner(Target target) {
        return target.isZone()
                ? estate.zones().get(target.key()).organization()
                : estate.dataHoldings().get(target.key()).organization();
    }

    private int way(ConnectionPoint point) {
        return point.state().up()
                ? capped(Math.max(Lse5.of(terms(waysIn.over(point), null).values()), upkeep.floor(point.thirdParty())))
                : 0;
    }

    private int thirdParty(String key) {
        List<Integer> terms = of(worst(null), pair -> pair.thirdParty.equals(key));
        return terms.isEmpty() ? 0 : capped(Math.max(Lse5.of(terms), upkeep.floor(key)));
    }

    /** What comes to the zone it is in, with what the host is worth in place of what the zone is. */
    private int host(Asset host) {
        Target zone = Target.zone(host.zone());
        return capped(Lse5.of(of(worst(null), pair -> pair.target.equals(zone)).stream()
                .map(term -> term - consequence(zone) + criticality(host.criticality()))
                .toList()));
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
        for (Way way : all) {
            terms(way, through)
                    .forEach((target, term) -> worst.merge(new Pair(way.thirdParty(), target), term, Math::max));
        }
        return worst;
    }

    /** The ways on which somebody comes to something and nothing worse does. */
    Set<Way> deciding() {
        Map<Pair, Integer> worst = worst(null);
        return all.stream()
                .filter(way -> terms(way, null).entrySet().stream()
                        .anyMatch(term -> term.getValue().equals(worst.get(new Pair(way.thirdParty(), term.getKey())))))
                .collect(Collectors.toSet());
    }

    private Map<Target, Integer> terms(Way way, @Nullable ZoneLink through) {
        return known.computeIfAbsent(
                Arrays.asList(way.name(), way.thirdParty(), through), any -> weighed(way, through));
    }

    /** r(p,t) of each target, the greatest over all landings. */
    private Map<Target, Integer> weighed(Way way, @Nullable ZoneLink through) {
        int kept = lines(way).values().stream().mapToInt(Integer::intValue).sum();
        var terms = new HashMap<Target, Integer>();
        for (Landing landing : way.landings()) {
            terrain.from(landing, through).forEach((target, breaks) -> {
                int term = consequence(target) - 20_000 * breaks - 22_500 + kept + inner(landing, target);
                terms.merge(target, term + vulnerability(landing, target), Math::max);
            });
        }
        return terms;
    }

    private int consequence(Target target) {
        if (!target.isZone()) {
            return criticality(estate.dataHoldings().get(target.key()).criticality());
        }
        Zone zone = estate.zones().get(target.key());
        List<Integer> hosts = estate.assetsIn(zone.key()).stream()
                .map(Asset::criticality)
                .map(Referee::criticality)
                .toList();
        return Math.max(criticality(zone.criticality()), Lse5.of(hosts));
    }

    private static int criticality(@Nullable Integer known) {
        return known == null ? 100_000 : 1000 * known;
    }

    private int inner(Landing landing, Target target) {
        if (landing.target().equals(target)) {
            return 5000;
        }
        double leakiest = estate.linksInto(target.key()).stream()
                .filter(link -> link.state().up())
                .map(filters::posture)
                .mapToDouble(posture -> 30 * Upkeep.filter(posture) + 15 * posture.openness())
                .max()
                .orElseThrow();
        return milli(5 * leakiest / 45);
    }

    private int vulnerability(Landing landing, Target target) {
        var pooled = new ArrayList<>(landing.met());
        if (target.isZone()) {
            faults.inZone(target.key()).stream().flatMap(faults::of).forEach(pooled::add);
        }
        return (int) Math.round(.08 * Faults.together(pooled));
    }
}
