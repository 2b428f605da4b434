package dev.sekisho.risk.path;

import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.estate.link.ZoneLink;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The witnesses: for one third party, a shortest way to every zone it can get to. */
public final class Routes {
    private final Network network;
    private final String thirdParty;
    private final List<Entry> entries;
    private final Map<Integer, Trail> found = new HashMap<>();

    /** The way so far: the last link, what it cost, and everything paid. */
    private record Trail(
            @Nullable Trail before, Link link, int zone, SortedSet<String> breaks, SortedSet<String> paid) {}

    /** @param entries the third party's connection points */
    public Routes(Network network, String thirdParty, List<Entry> entries) {
        this.network = network;
        this.thirdParty = thirdParty;
        this.entries = entries;
        near();
        far();
    }

    /** A shortest way to a zone, where there is one. */
    public Optional<AttackPath> to(String zone) {
        return Optional.ofNullable(found.get(network.number(zone))).map(trail -> path(zone, trail));
    }

    /** How many breaks a zone is away. */
    public Distance distance(String zone) {
        return entries.stream()
                .map(entry ->
                        network.approach(entry.point().zone(), entry.ways()).to(network.number(zone)))
                .reduce(Distance.NONE, Distance::nearer);
    }

    /** Every way of at most two breaks is found by trying label sets in the order of their size. */
    private void near() {
        var queue = new PriorityQueue<Trail>(Comparator.comparingInt(trail -> trail.paid.size()));
        var tried = new HashSet<List<Object>>();
        entries.forEach(entry -> start(entry).forEach(trail -> offer(trail, queue, tried)));
        while (!queue.isEmpty()) {
            Trail trail = queue.poll();
            found.putIfAbsent(trail.zone, trail);
            for (Network.Step step : network.from(trail.zone)) {
                step.crossing().ways().alternatives().forEach(way -> offer(next(trail, step, way), queue, tried));
            }
        }
    }

    private void offer(Trail trail, PriorityQueue<Trail> queue, Set<List<Object>> tried) {
        if (trail.paid.size() <= Breaks.MOST && tried.add(List.of(trail.zone, trail.paid))) {
            queue.add(trail);
        }
    }

    /** Beyond two breaks, the way whose links cost least one by one. */
    private void far() {
        var least = new int[network.size()];
        Arrays.fill(least, Integer.MAX_VALUE);
        var queue = new ArrayDeque<Trail>();
        entries.forEach(entry -> settle(start(entry).get(0), least, queue));
        while (!queue.isEmpty()) {
            Trail trail = queue.poll();
            for (Network.Step step : network.from(trail.zone)) {
                settle(next(trail, step, step.crossing().ways().alternatives().get(0)), least, queue);
            }
        }
    }

    private void settle(Trail trail, int[] least, ArrayDeque<Trail> queue) {
        int cost = trail.paid.size();
        if (cost < least[trail.zone]) {
            least[trail.zone] = cost;
            queue.add(trail);
            Trail known = found.get(trail.zone);
            if (known == null || known.paid.size() > cost) {
                found.put(trail.zone, trail);
            }
        }
    }

    private List<Trail> start(Entry entry) {
        int zone = network.number(entry.point().zone());
        return entry.ways().alternatives().stream()
                .map(way -> new Trail(null, entry.point(), zone, new TreeSet<>(way), new TreeSet<>(way)))
                .toList();
    }

    private static Trail next(Trail trail, Network.Step step, List<String> way) {
        var paid = new TreeSet<>(trail.paid);
        paid.addAll(way);
        return new Trail(trail, step.crossing().link(), step.to(), new TreeSet<>(way), paid);
    }

    private AttackPath path(String zone, Trail last) {
        var hops = new LinkedList<Hop>();
        for (Trail trail = last; trail != null; trail = trail.before) {
            hops.addFirst(hop(trail));
        }
        Distance bounds = distance(zone);
        Distance distance =
                new Distance(bounds.atLeast(), Math.min(bounds.atMost(), Math.max(bounds.atLeast(), last.paid.size())));
        return new AttackPath(
                thirdParty,
                zone,
                distance,
                List.copyOf(hops),
                Collections.unmodifiableSortedSet(new TreeSet<>(last.paid)));
    }

    private Hop hop(Trail trail) {
        String from = trail.link instanceof ZoneLink inner ? inner.from() : thirdParty;
        return new Hop(from, trail.link.zone(), Subject.of(trail.link), trail.link, trail.breaks);
    }
}
