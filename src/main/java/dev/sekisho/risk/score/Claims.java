package dev.sekisho.risk.score;

import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which sources behind a rule set are spoken for: those of our own zones and hosts, and those registered for a connection
 * point behind the very same rules that lands in the same corporate family, since only that one is measured against what
 * they can reach there. What nobody speaks for counts as every link's behind these rules. One that is retired speaks for
 * nobody, and a claim to a whole family of addresses says nothing of whose they are. Neither does a name, or that addresses
 * change: what else is registered of such a link stays its own.
 */
public final class Claims {
    private final Estate estate;
    private final Map<Place, AddressSet> unclaimed = new ConcurrentHashMap<>();

    /** Rules that guard a corporate family. */
    private record Place(RuleSet rules, String family) {}

    public Claims(Estate estate) {
        this.estate = estate;
    }

    /**
     * The sources nobody speaks for at a link into a zone of a corporate family, together with all those that no rule tells from them: so it
     * changes only where a source that the rules name is claimed or given up.
     */
    public AddressSet unclaimed(RuleSet rules, String family) {
        var place = new Place(rules, family);
        AddressSet known = unclaimed.get(place);
        return known == null ? unclaimed.computeIfAbsent(place, this::unclaimedAt) : known;
    }

    private AddressSet unclaimedAt(Place place) {
        RuleSet rules = place.rules;
        Stream<AddressSet> registered = estate.connectionPointsBehind(rules).stream()
                .map(this::by)
                .filter(claim -> claim.rules != null && claim.family.equals(place.family))
                .map(Claim::sources);
        var claimed = AddressSet.union(Stream.concat(Stream.of(estate.ownOf(place.family)), registered)
                .map(AddressSet::withoutWholeFamilies)
                .toList());
        return rules.namedSources().intersect(claimed).complement();
    }

    /** What a connection point claims behind its rules. */
    public Claim by(ConnectionPoint point) {
        return new Claim(
                point.state() == LinkState.RETIRED ? null : point.ruleSet(),
                point.sources(),
                estate.familyAround(point.zone()));
    }

    /** @param rules behind which the sources are spoken for; absent where they are not */
    public record Claim(@Nullable RuleSet rules, AddressSet sources, String family) {}
}
