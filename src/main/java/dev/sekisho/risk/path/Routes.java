package dev.sekisho.risk.path;

import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.path.AttackPath.Hop;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The witnesses: for one third party, a shortest way to every zone it can get to. Of several the one with the fewest
 * breaks is shown, then the one with the fewest hops, then the one whose links have the least keys, so that the same
 * estate shows the same way whenever it is asked.
 */
public final class Routes {
    private final Network network;
    private final String thirdParty;
    private final RouteLabels labels;
    private final Map<Integer, Trail> found = new HashMap<>();

    /** @param entries the third party's connection points */
    public Routes(Network network, String thirdParty, List<PathEntry> entries) {
        this.network = network;
        this.thirdParty = thirdParty;
        List<PathEntry> ordered = entries.stream()
                .sorted(Comparator.comparing(entry -> entry.point().key()))
                .toList();
        labels = new RouteLabels(network, ordered);
        NearRoutes.find(network, labels, ordered, found);
        FarRoutes.find(network, found);
    }

    /** A shortest way to a zone that crosses one link between zones, where there is one. */
    public static Optional<AttackPath> over(
            Subject link, Network network, String zone, String thirdParty, List<PathEntry> entries) {
        return new Detour(network, link).to(zone, thirdParty, entries);
    }

    /** A shortest way to a zone, where there is one. */
    public Optional<AttackPath> to(String zone) {
        return Optional.ofNullable(found.get(network.number(zone))).map(trail -> path(zone, trail));
    }

    /** How many breaks a zone is away. */
    public Distance distance(String zone) {
        Trail trail = found.get(network.number(zone));
        return trail == null ? Distance.NONE : distance(trail);
    }

    /** Every way of at most two breaks is tried; beyond them the one found may not be the shortest. */
    private static Distance distance(Trail trail) {
        return trail.breaks() <= Breaks.MOST
                ? Distance.exactly(trail.breaks())
                : new Distance(Approach.BEYOND, trail.breaks());
    }

    private AttackPath path(String zone, Trail trail) {
        List<Hop> hops = trail.all().stream().map(this::hop).toList();
        var breaks = new TreeSet<String>();
        hops.forEach(hop -> breaks.addAll(hop.breaks()));
        return new AttackPath(thirdParty, zone, distance(trail), hops, Collections.unmodifiableSortedSet(breaks));
    }

    private Hop hop(Trail trail) {
        String from = trail.link() instanceof ZoneLink inner ? inner.from() : thirdParty;
        return new Hop(from, trail.link().zone(), Subject.of(trail.link()), trail.link(), names(trail.way()));
    }

    private SortedSet<String> names(long way) {
        var names = new TreeSet<String>();
        Breaks.labels(way).forEach(label -> names.add(labels.name(label)));
        return Collections.unmodifiableSortedSet(names);
    }

    /** A connection point that is up and the breaks it costs. */
    public record PathEntry(ConnectionPoint point, Ways ways) {}
}
