package dev.sekisho.risk;

import static java.util.Objects.requireNonNull;

import dev.sekisho.risk.estate.ConnectionPoint;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.ZoneLink;
import dev.sekisho.risk.score.Measurements;
import dev.sekisho.risk.score.Model;
import java.time.LocalDate;
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
    final List<String> thirdParties;
    final Map<String, Integer> thirdPartyNumbers;
    final Measurements measurements;

    Frame(Estate estate, LocalDate today, Model model, @Nullable Frame previous) {
        this.estate = estate;
        this.today = today;
        this.model = model;
        measurements = previous == null ? new Measurements() : previous.measurements.orFresh();
        points = new Roster<>(
                estate.connectionPoints().values(), ConnectionPoint::key, previous == null ? null : previous.points);
        zoneLinks =
                new Roster<>(estate.zoneLinks().values(), ZoneLink::key, previous == null ? null : previous.zoneLinks);
        Frame sameZones = previous != null && previous.estate.zones() == estate.zones() ? previous : null;
        zones = sameZones == null ? List.copyOf(estate.zones().values()) : sameZones.zones;
        zoneNumbers = sameZones == null ? numbers(estate.zones().keySet()) : sameZones.zoneNumbers;
        Frame sameParties =
                previous != null && previous.estate.thirdParties() == estate.thirdParties() ? previous : null;
        thirdParties = sameParties == null ? List.copyOf(estate.thirdParties().keySet()) : sameParties.thirdParties;
        thirdPartyNumbers = sameParties == null ? numbers(thirdParties) : sameParties.thirdPartyNumbers;
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

    private static Map<String, Integer> numbers(Iterable<String> keys) {
        var numbers = new HashMap<String, Integer>();
        keys.forEach(key -> numbers.put(key, numbers.size()));
        return numbers;
    }
}
