package dev.sekisho.risk.score;

import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Which sources behind a rule set are spoken for: those of our own zones and hosts, and those registered for a connection
 * point behind the very same rules that lands in the same corporate family, since only that one is measured against what
 * they can reach there. What nobody speaks for counts as every link's behind these rules. One that is retired speaks for
 * nobody, and a claim to a whole family of addresses says nothing of whose they are.
 */
public final class Claims {
    private final Estate estate;
    private final Map<Place, AddressSet> unclaimed = new ConcurrentHashMap<>();

    /** Rules that guard a corporate family. */
    private record Place(RuleSet rules, String family) {}

    public Claims(Estate estate) {
        this.estate = estate;
    }

    /** Whether the same is claimed of another estate, as far as whole kinds of facts tell. */
    public boolean holdFor(Estate other) {
        return estate.connectionPoints() == other.connectionPoints()
                && estate.zoneLinks() == other.zoneLinks()
                && estate.organizations() == other.organizations()
                && estate.zones() == other.zones()
                && estate.sharesAddressesWith(other);
    }

    /**
     * The sources nobody speaks for at a link into a zone, together with all those that no rule tells from them: so it
     * changes only where a source that the rules name is claimed or given up.
     */
    public AddressSet unclaimed(RuleSet rules, String zone) {
        var place = new Place(rules, estate.familyAround(zone));
        AddressSet known = unclaimed.get(place);
        return known == null ? unclaimed.computeIfAbsent(place, any -> unclaimedAround(rules, zone)) : known;
    }

    private AddressSet unclaimedAround(RuleSet rules, String zone) {
        Stream<AddressSet> registered = estate.connectionPointsBehind(rules).stream()
                .filter(point -> speaks(point, estate.familyAround(zone)))
                .map(ConnectionPoint::sources);
        var claimed = AddressSet.union(Stream.concat(Stream.of(estate.ownAround(zone)), registered)
                .map(AddressSet::withoutWholeFamilies)
                .toList());
        return rules.namedSources().intersect(claimed).complement();
    }

    private boolean speaks(ConnectionPoint point, String family) {
        return point.state() != LinkState.RETIRED
                && estate.familyAround(point.zone()).equals(family);
    }

    /** Whether the point speaks for the same sources behind the same rules. */
    public static boolean same(ConnectionPoint one, ConnectionPoint other) {
        return one.sources().equals(other.sources())
                && one.zone().equals(other.zone())
                && (one.state() == LinkState.RETIRED) == (other.state() == LinkState.RETIRED)
                && Objects.equals(one.ruleSet(), other.ruleSet());
    }
}
