package dev.sekisho.risk.assessment;

import static java.util.Objects.requireNonNull;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.incremental.Grouping;
import dev.sekisho.risk.incremental.IndexedFacts;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.score.Claims;
import dev.sekisho.risk.score.Measurements;
import dev.sekisho.risk.score.Model;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What one assessment starts from, with its facts numbered in the order of their keys. */
final class AssessmentInput {
    private static final int[] NO_ZONES = {};

    final Estate estate;
    final LocalDate today;
    final Model model;
    final IndexedFacts<ConnectionPoint> points;
    final IndexedFacts<ZoneLink> zoneLinks;
    final List<Zone> zones;
    final Map<String, Integer> zoneNumbers;
    private final Map<String, int[]> zonesByOrganization;
    final IndexedFacts<ThirdParty> parties;
    /** Their keys; the very same list as before as long as nobody joins or leaves. */
    final List<String> thirdParties;

    final Map<String, Integer> thirdPartyNumbers;
    final Measurements measurements;
    final Claims claims;
    /** The assets of every zone. */
    final List<List<Asset>> hosts;

    final Grouping pointsByZone;
    final Grouping pointsByThirdParty;

    /** The zones, for what is derived of each. */
    final IndexedFacts<Zone> zoneRoster;

    /** What is installed where. */
    final Holdings holdings;

    /** The addresses of the corporate family around every zone. */
    final List<AddressSet> spaces;

    AssessmentInput(Estate estate, LocalDate today, Model model, Step step, @Nullable AssessmentInput previous) {
        this.estate = estate;
        this.today = today;
        this.model = model;
        measurements = previous == null ? new Measurements() : previous.measurements.orFresh();
        claims = previous != null && previous.claims.holdFor(estate) ? previous.claims : new Claims(estate);
        points = new IndexedFacts<>(
                estate.connectionPoints().values(), ConnectionPoint::key, previous == null ? null : previous.points);
        zoneLinks = new IndexedFacts<>(
                estate.zoneLinks().values(), ZoneLink::key, previous == null ? null : previous.zoneLinks);
        AssessmentInput zoned = previous != null && previous.estate.zones() == estate.zones() ? previous : null;
        zones = zoned == null ? List.copyOf(estate.zones().values()) : zoned.zones;
        zoneRoster = step.roster("zones", zones, Zone::key);
        spaces = zones.stream().map(zone -> estate.allocatedAround(zone.key())).toList();
        zoneNumbers = zoned == null ? numbers(estate.zones().keySet()) : zoned.zoneNumbers;
        zonesByOrganization = zoned == null ? byOrganization(zones) : zoned.zonesByOrganization;
        parties = new IndexedFacts<>(
                estate.thirdParties().values(), ThirdParty::key, previous == null ? null : previous.parties);
        AssessmentInput owned = previous != null && parties.aligned() ? previous : null;
        thirdParties = owned == null ? List.copyOf(estate.thirdParties().keySet()) : owned.thirdParties;
        thirdPartyNumbers = owned == null ? numbers(thirdParties) : owned.thirdPartyNumbers;
        hosts = zoned != null && zoned.estate.assets() == estate.assets()
                ? zoned.hosts
                : zones.stream().map(zone -> estate.assetsIn(zone.key())).toList();
        pointsByZone = grouping(zones.size(), point -> zone(point.zone()), zoned == null ? null : zoned.pointsByZone);
        pointsByThirdParty = grouping(
                thirdParties.size(),
                point -> thirdParty(point.thirdParty()),
                owned == null ? null : owned.pointsByThirdParty);
        holdings = Holdings.of(this, step);
    }

    private Grouping grouping(int groups, ToIntFunction<ConnectionPoint> group, @Nullable Grouping previous) {
        if (previous != null
                && points.aligned()
                && points.changed().stream().allMatch(i -> previous.of(i) == group.applyAsInt(points.get(i)))) {
            return previous;
        }
        return new Grouping(
                points.size(),
                groups,
                i -> previous != null && points.before(i) != IndexedFacts.NEW
                        ? previous.of(points.before(i))
                        : group.applyAsInt(points.get(i)));
    }

    int zone(String key) {
        return requireNonNull(zoneNumbers.get(key));
    }

    int thirdParty(String key) {
        return requireNonNull(thirdPartyNumbers.get(key));
    }

    /** Whether time, weights and corporate families are the same, so that results of the same facts are. */
    boolean sameConditions(AssessmentInput other) {
        return today.equals(other.today)
                && model.equals(other.model)
                && estate.organizations() == other.estate.organizations();
    }

    /** The zones of an organization. */
    IntStream zonesOf(String organization) {
        return Arrays.stream(zonesByOrganization.getOrDefault(organization, NO_ZONES));
    }

    private static Map<String, int[]> byOrganization(List<Zone> zones) {
        return IntStream.range(0, zones.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        zone -> zones.get(zone).organization(),
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                numbers -> numbers.stream().mapToInt(i -> i).toArray())));
    }

    private static Map<String, Integer> numbers(Iterable<String> keys) {
        var numbers = new HashMap<String, Integer>();
        keys.forEach(key -> numbers.put(key, numbers.size()));
        return numbers;
    }
}
