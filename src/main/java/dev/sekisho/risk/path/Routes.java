package dev.sekisho.risk.path;

import static java.util.Objects.requireNonNull;

import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.path.AttackPath.Hop;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The witnesses: for one third party, a shortest way to every zone it can get to. Of several the one with the fewest
 * breaks is shown, then the one with the fewest hops, then the one whose links have the least keys, so that the same
 * estate shows the same way whenever it is asked.
 */
public final class Routes {
    private final Network network;
    private final String thirdParty;
    private final RouteLabels labels;
    private final List<PathEntry> entries;
    private final Map<Integer, Trail> found = new HashMap<>();

    /** @param entries every way in of the third party */
    public Routes(Network network, String thirdParty, List<PathEntry> entries) {
        this.network = network;
        this.thirdParty = thirdParty;
        this.entries = entries;
        List<PathEntry> ordered = entries.stream()
                .filter(entry -> entry.zone() != null)
                .sorted(Comparator.comparing(PathEntry::over, Leg.ORDER)
                        .thenComparing(entry -> requireNonNull(entry.zone())))
                .toList();
        labels = new RouteLabels(network, entries);
        NearRoutes.find(network, labels, ordered, thirdParty, found);
        List<Trail> far = ordered.stream()
                .map(entry -> entry.cheapest(thirdParty, network.number(requireNonNull(entry.zone())), labels))
                .toList();
        FarRoutes.find(network, far, found);
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

    /** A shortest way to a zone, or to what somebody holds for us, where there is one. */
    public Optional<AttackPath> to(Subject target) {
        return target.kind() == Subject.Kind.DATA_HOLDING ? toHolding(target.key()) : to(target.key());
    }

    private Optional<AttackPath> toHolding(String key) {
        return entries.stream()
                .filter(entry -> entry.zone() == null && entry.over().key().equals(key))
                .map(entry -> entry.cheapest(thirdParty, PathEntry.NOWHERE, labels))
                .min(Trail.BEST_FIRST)
                .map(trail -> path(key, trail));
    }

    private AttackPath path(String target, Trail trail) {
        List<Hop> hops = trail.all().stream()
                .map(step ->
                        new Hop(step.leg().from(), step.leg().to(), step.leg().via(), names(step.way())))
                .toList();
        var breaks = new TreeSet<String>();
        hops.forEach(hop -> breaks.addAll(hop.breaks()));
        return new AttackPath(thirdParty, target, distance(trail), hops, Collections.unmodifiableSortedSet(breaks));
    }

    private SortedSet<String> names(long way) {
        var names = new TreeSet<String>();
        Breaks.labels(way).forEach(label -> names.add(labels.name(label)));
        return Collections.unmodifiableSortedSet(names);
    }

    /**
     * A way in.
     *
     * @param loans by whose operations it leads, the nearest first
     * @param over the connection point, the host, the supplier or the holding it leads over
     * @param zone key of the zone it leads to; absent where it leads to what somebody holds for us
     * @param ways the breaks it costs after that
     */
    public record PathEntry(
            List<Loan> loans, Subject over, @Nullable String zone, Ways ways) {
        static final int NOWHERE = -1;

        /** @param label of the operations that have to be broken into */
        public record Loan(String thirdParty, String label) {}

        /** The way through the operations of others, where it leads through any. */
        @Nullable
        Trail lent(String from, RouteLabels labels) {
            Trail trail = null;
            String at = from;
            for (Loan loan : loans) {
                var via = new Subject(Subject.Kind.THIRD_PARTY, loan.thirdParty);
                trail = Trail.outside(trail, new Leg(at, loan.thirdParty, via), labels.numbered(List.of(loan.label)));
                at = loan.thirdParty;
            }
            return trail;
        }

        /** The last step in. */
        Leg leg(String from) {
            String owner = loans.isEmpty() ? from : loans.get(loans.size() - 1).thirdParty;
            return new Leg(owner, zone == null ? over.key() : zone, over);
        }

        Trail cheapest(String from, int number, RouteLabels labels) {
            long way = ways.alternatives().isEmpty()
                    ? Breaks.NONE
                    : labels.numbered(ways.alternatives().get(0));
            return Trail.in(lent(from, labels), leg(from), number, way);
        }

        Stream<String> allLabels() {
            return Stream.concat(
                    loans.stream().map(Loan::label),
                    ways.alternatives().stream().flatMap(List::stream));
        }
    }
}
