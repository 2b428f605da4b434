package dev.sekisho.risk;

import static java.util.Objects.requireNonNull;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.ConnectionPoint;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.ZoneLink;
import dev.sekisho.risk.score.Measurements;
import dev.sekisho.risk.score.Model;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one assessment starts from, with its facts numbered in the order of their keys. */
final class Frame {
    final Estate estate;
    final LocalDate today;
    final Model model;
    final Roster<ConnectionPoint> points;
    final Roster<ZoneLink> zoneLinks;
    final List<Zone> zones;
    final Map<String, Integer> zoneNumbers;
    private final Map<String, BitSet> zonesByOrganization;
    final List<String> thirdParties;
    final Map<String, Integer> thirdPartyNumbers;
    final Measurements measurements;
    /** The assets of every zone. */
    final List<List<Asset>> hosts;

    final List<ThirdParty> parties;
    final Grouping pointsByZone;
    final Grouping pointsByThirdParty;

    Frame(Estate estate, LocalDate today, Model model, @Nullable Frame previous) {
        this.estate = estate;
        this.today = today;
        this.model = model;
        measurements = previous == null ? new Measurements() : previous.measurements.orFresh();
        points = new Roster<>(
                estate.connectionPoints().values(), ConnectionPoint::key, previous == null ? null : previous.points);
        zoneLinks =
                new Roster<>(estate.zoneLinks().values(), ZoneLink::key, previous == null ? null : previous.zoneLinks);
        boolean sameZones = previous != null && previous.estate.zones() == estate.zones();
        zones = sameZones ? previous.zones : List.copyOf(estate.zones().values());
        zoneNumbers = sameZones ? previous.zoneNumbers : numbers(estate.zones().keySet());
        zonesByOrganization = sameZones ? previous.zonesByOrganization : byOrganization(zones);
        boolean sameParties = previous != null && previous.estate.thirdParties() == estate.thirdParties();
        thirdParties = sameParties
                ? previous.thirdParties
                : List.copyOf(estate.thirdParties().keySet());
        thirdPartyNumbers = sameParties ? previous.thirdPartyNumbers : numbers(thirdParties);
        parties = sameParties
                ? previous.parties
                : List.copyOf(estate.thirdParties().values());
        boolean sameHosts = sameZones && previous.estate.assets() == estate.assets();
        hosts = sameHosts
                ? previous.hosts
                : zones.stream().map(zone -> estate.assetsIn(zone.key())).toList();
        Frame zoned = sameZones ? previous : null;
        pointsByZone = new Grouping(
                points.size(),
                zones.size(),
                i -> zoned != null && points.before(i) != Roster.NEW
                        ? zoned.pointsByZone.of(points.before(i))
                        : zone(points.get(i).zone()));
        Frame owned = sameParties ? previous : null;
        pointsByThirdParty = new Grouping(
                points.size(),
                thirdParties.size(),
                i -> owned != null && points.before(i) != Roster.NEW
                        ? owned.pointsByThirdParty.of(points.before(i))
                        : thirdParty(points.get(i).thirdParty()));
    }

    int zone(String key) {
        return requireNonNull(zoneNumbers.get(key));
    }

    int thirdParty(String key) {
        return requireNonNull(thirdPartyNumbers.get(key));
    }

    /** Whether time, weights and corporate families are the same, so that results of the same facts are. */
    boolean sameConditions(Frame other) {
        return today.equals(other.today)
                && model.equals(other.model)
                && estate.organizations() == other.estate.organizations();
    }

    /** The zones of an organization. */
    BitSet zonesOf(String organization) {
        return zonesByOrganization.getOrDefault(organization, new BitSet());
    }

    private static Map<String, BitSet> byOrganization(List<Zone> zones) {
        var numbers = new HashMap<String, BitSet>();
        for (int zone = 0; zone < zones.size(); zone++) {
            numbers.computeIfAbsent(zones.get(zone).organization(), key -> new BitSet())
                    .set(zone);
        }
        return numbers;
    }

    private static Map<String, Integer> numbers(Iterable<String> keys) {
        var numbers = new HashMap<String, Integer>();
        keys.forEach(key -> numbers.put(key, numbers.size()));
        return numbers;
    }
}
