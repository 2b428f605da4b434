package dev.sekisho.risk.path;

import static java.util.Objects.requireNonNull;

import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.path.number.IntQueue;
import dev.sekisho.risk.path.number.Steps;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Our zones and the links between them, with what each costs to cross. What one zone leads to is searched once, when
 * first asked for, and shared by every connection point that lands there. A network made from another shares with it all
 * that did not change, and holds nothing else of it.
 */
public final class Network {
    /** From more than so many zones it is not worth while to look how far each is from others. */
    private static final int FEW = 64;

    private final Grounds grounds;
    private final Crossings crossings;
    private final Destinations reach;
    private final Approaches approaches = new Approaches();
    private final Openings openings;
    private final Passage passage;

    /** Each absent until asked for, for of very many zones few are; threads that race for it find the same. */
    private final AtomicReferenceArray<@Nullable BitSet> crownsReached;

    private final AtomicReferenceArray<@Nullable Map<String, Integer>> organizations;
    private final Map<Long, Boolean> leadsOn = new ConcurrentHashMap<>();

    /**
     * What became of a network.
     *
     * @param from the zones from which one may get elsewhere, at another price or to something else than before. From all
     *     others every answer is the same, and every approach that somebody holds the same object
     * @param behind the zones to which some way of at most two breaks may cost something else than before, be it more or less
     *     or the same
     */
    public record Change(Network network, BitSet from, BitSet behind) {}

    /** @param districts all zones, in the order of their keys */
    public Network(List<ZoneNode> districts, List<ZoneCrossing> crossings) {
        grounds = new Grounds(districts);
        this.crossings = new Crossings(grounds.zones(), crossings);
        reach = Destinations.of(this.crossings.from());
        crownsReached = new AtomicReferenceArray<>(districts.size());
        organizations = new AtomicReferenceArray<>(districts.size());
        openings = new Openings(this);
        passage = new Passage(this);
    }

    private Network(Grounds grounds, Crossings crossings, Network before) {
        this.grounds = grounds;
        this.crossings = crossings;
        reach = crossings.connectsLike(before.crossings) ? before.reach : before.reach.with(crossings.from());
        crownsReached = new AtomicReferenceArray<>(grounds.districts().size());
        organizations = new AtomicReferenceArray<>(grounds.districts().size());
        openings = new Openings(this);
        passage = new Passage(this);
    }

    /**
     * The network of these zones and links, made from this one. Links are compared by where they lead and at what price: one
     * that only has another name is the same.
     *
     * @param districts all zones, in the order of their keys
     */
    public Change with(List<ZoneNode> districts, List<ZoneCrossing> crossings) {
        if (!grounds.hasTheZonesOf(districts) || this.crossings.labels().isMostlyGone()) {
            var all = new BitSet();
            all.set(0, districts.size());
            return new Change(new Network(districts, crossings), all, all);
        }
        BitSet others = grounds.others(districts);
        var now = new Network(
                others.isEmpty() ? grounds : new Grounds(districts),
                this.crossings.with(crossings, grounds.zones()),
                this);
        return now.changeSince(this, others);
    }

    private Change changeSince(Network before, BitSet others) {
        var moved = new Moves(before.crossings, crossings);
        BitSet searched = moved.starts();
        searched.or(grounds.otherRoles(before.grounds));
        openings.takeFrom(before.openings, searched);
        approaches.takeFrom(before, this, searched, others);
        passage.takeFrom(before.passage, approaches);
        BitSet touched = moved.starts();
        touched.or(others);
        BitSet from = before.crossings.ancestors(touched);
        from.or(crossings.ancestors(touched));
        keepAnswers(before, from);
        return new Change(this, from, behind(before, moved.starts()));
    }

    /** Where one gets to within two breaks from where links changed: to all else it takes more in any case. */
    private BitSet behind(Network before, BitSet starts) {
        var behind = new BitSet();
        boolean few = starts.cardinality() <= FEW;
        starts.stream().forEach(zone -> {
            behind.or(few ? near(zone) : reach(zone));
            behind.or(few ? before.near(zone) : before.reach(zone));
        });
        return behind;
    }

    private BitSet near(int zone) {
        return approach(districts().get(zone).key(), Ways.OPEN).within().get(Breaks.MOST);
    }

    private void keepAnswers(Network before, BitSet from) {
        before.leadsOn.forEach((state, leads) -> {
            if (!from.get(Breaks.zone(state))) {
                leadsOn.put(state, leads);
            }
        });
        for (int zone = from.nextClearBit(0); zone < districts().size(); zone = from.nextClearBit(zone + 1)) {
            organizations.set(zone, before.organizations.get(zone));
            crownsReached.set(zone, before.crownsReached.get(zone));
        }
    }

    public List<ZoneNode> districts() {
        return grounds.districts();
    }

    /** All links between zones that are up. */
    List<ZoneCrossing> crossings() {
        return crossings.steps().stream().map(Crossings.Step::crossing).toList();
    }

    /** What an attacker gets who comes into a zone at the price of these breaks. */
    public Approach approach(String zone, Ways ways) {
        return approaches.get(this, number(zone), ways);
    }

    /** How far everything is for whoever has to go over one certain link. */
    public Passage passage() {
        return passage;
    }

    /** The number of a zone in the order of the keys. */
    public int number(String zone) {
        return requireNonNull(grounds.zones().get(zone));
    }

    /**
     * Breaks from the nearest of these zones to each, none counted as shared, as far as there is a way. No link costs more
     * than a few breaks, so the zones wait in as many queues, the nearest first.
     */
    Steps stepsFrom(BitSet starts) {
        Crossings.Step[][] links = crossings.from();
        var found = new Steps(links.length, starts.cardinality());
        IntQueue[] waiting =
                Stream.generate(IntQueue::new).limit(Breaks.MOST + 1).toArray(IntQueue[]::new);
        for (int zone = starts.nextSetBit(0); zone >= 0; zone = starts.nextSetBit(zone + 1)) {
            found.lower(zone, 0);
            waiting[0].add(zone);
        }
        for (int breaks = 0, idle = 0; idle < waiting.length; breaks++) {
            IntQueue now = waiting[breaks % waiting.length];
            idle = now.isEmpty() ? idle + 1 : 0;
            while (!now.isEmpty()) {
                int zone = now.next();
                if (found.to(zone) == breaks) {
                    for (Crossings.Step step : links[zone]) {
                        int distance = breaks + step.fewest();
                        if (found.lower(step.to(), distance)) {
                            waiting[distance % waiting.length].add(step.to());
                        }
                    }
                }
            }
        }
        return found;
    }

    List<Crossings.Step> steps() {
        return crossings.steps();
    }

    /** How many links there are. */
    int links() {
        return crossings.steps().size();
    }

    Crossings.Step step(ZoneLink link) {
        for (Crossings.Step step : from(number(link.from()))) {
            if (step.key().equals(link.key())) {
                return step;
            }
        }
        throw new IllegalArgumentException("not a link that is up: " + link.key());
    }

    /** A zone and all zones one gets to from it with nothing to break; not to be changed. */
    BitSet freeFrom(int zone) {
        return openings.free(zone);
    }

    /** Whether nothing has to be broken any more on any way from a zone. */
    boolean isFreeFrom(int zone) {
        return crossings.isFreeFrom(zone);
    }

    /** Whether somebody in a test zone who broke these gets from there to a crown jewel elsewhere. */
    boolean leadsOn(int test, long breaks) {
        long left = crossings.left(test, breaks);
        Boolean known = leadsOn.get(Breaks.at(test, left));
        if (known == null) {
            var found = (BitSet) grounds.crowns().clone();
            found.and(within(test, left));
            found.clear(test);
            known = !found.isEmpty();
            leadsOn.put(Breaks.at(test, left), known);
        }
        return known;
    }

    private BitSet within(int zone, long paid) {
        return new EntrySearch(this, zone, new long[] {paid}).within().get(Breaks.MOST);
    }

    /** Every zone there is any way to from this one; not to be changed. */
    public BitSet reach(int zone) {
        return reach.from(zone);
    }

    /** Whether a link from another zone leads into a zone. */
    public boolean isLedTo(int zone) {
        return crossings.into()[zone].length > 0;
    }

    /** The zones from which there is any way to this one, and itself. */
    public BitSet leadingTo(int zone) {
        var end = new BitSet();
        end.set(zone);
        return crossings.ancestors(end, Integer.MAX_VALUE);
    }

    boolean leadsNowhere(int zone) {
        return reach.leadsNowhere(zone);
    }

    /** Whether one is known to get from a zone to the same as in another network between the same zones. */
    boolean reachesWhat(Network other, int zone) {
        return reach.areThoseOf(other.reach, zone);
    }

    /** Those within reach that hold a crown jewel. */
    BitSet crownsReached(int zone) {
        BitSet known = crownsReached.get(zone);
        if (known == null) {
            known = (BitSet) grounds.crowns().clone();
            known.and(reach(zone));
            crownsReached.set(zone, known);
        }
        return known;
    }

    Steps stepsFrom(int zone) {
        var start = new BitSet();
        start.set(zone);
        return stepsFrom(start);
    }

    /** Breaks from a zone to the nearest zone of every organization within reach, none counted as shared. */
    Map<String, Integer> stepsToOrganizations(int zone) {
        Map<String, Integer> known = organizations.get(zone);
        if (known == null) {
            var least = new HashMap<String, Integer>();
            Steps steps = stepsFrom(zone);
            for (int i = 0; i < steps.size(); i++) {
                int to = steps.zone(i);
                least.merge(districts().get(to).organization(), steps.to(to), Math::min);
            }
            known = Map.copyOf(least);
            organizations.set(zone, known);
        }
        return known;
    }

    /** The number of a label that a link on some way onward from a zone bears; 0 where none does. */
    int label(String label, int zone) {
        return labels().number(label, reach(zone));
    }

    /** Whether a label that is broken helps on any way onward from a zone. */
    boolean helps(int label, int zone) {
        return !Labels.isOwn(label) && !labels().isHome(label, zone) && labels().isBorne(label, reach(zone));
    }

    /** The same object as long as every label keeps its number. */
    public Object numbering() {
        return labels().names();
    }

    Labels labels() {
        return crossings.labels();
    }

    /** The links that start in a zone, in the order of their keys. */
    Crossings.Step[] from(int zone) {
        return crossings.from()[zone];
    }

    Exits exits(int zone) {
        return crossings.exits(zone);
    }

    /** What labels that are broken open from each zone. */
    Openings openings() {
        return openings;
    }

    Grounds grounds() {
        return grounds;
    }

    Approaches approaches() {
        return approaches;
    }
}
