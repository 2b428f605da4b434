package dev.sekisho.risk.referee;

import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What stands at each link, and to where it lets something through. */
final class Filters {
    /** What stands where nobody registered a link. */
    private static final Posture NONE = new Posture(FilterState.UNKNOWN, 1, 1, null);

    private final Assessment assessment;
    private final Estate estate;

    Filters(Assessment assessment) {
        this.assessment = assessment;
        estate = assessment.estate();
    }

    Posture posture(Link link) {
        return assessment.posture(Subject.of(link)).orElse(NONE);
    }

    boolean unfiltered(Link link) {
        return posture(link).unfiltered();
    }

    /** Where its rules lead beside the zone it is registered for, something is let through for certain. */
    boolean shut(Link link, String zone) {
        return !unfiltered(link) && link.zone().equals(zone) && posture(link).permitsNothing();
    }

    /** Where the host is known and the rules let nothing through to it, its software is out of reach. */
    boolean permits(Link link, Installation installation) {
        if (unfiltered(link) || installation.place().kind() != Place.Kind.ASSET) {
            return true;
        }
        AddressSet host = estate.assets().get(installation.place().key()).addresses();
        return host.isEmpty() || host.intersects(destinations(link));
    }

    /**
     * The zone it is registered for, and those its rules lead to, whatever is known of the filter that has them.
     */
    Set<String> landings(ConnectionPoint point) {
        String registered = point.zone();
        var zones = new TreeSet<>(Set.of(registered));
        String home = estate.zones().get(registered).organization();
        AddressSet ours = AddressSet.union(estate.zones().values().stream()
                .filter(zone -> zone.organization().equals(home))
                .map(this::addresses)
                .toList());
        AddressSet permitted = destinations(point);
        for (Zone zone : estate.zones().values()) {
            boolean own = zone.organization().equals(home);
            AddressSet alone = own ? addresses(zone) : addresses(zone).minus(ours);
            if (alone.intersects(permitted)) {
                zones.add(zone.key());
            }
        }
        return zones;
    }

    private AddressSet addresses(Zone zone) {
        return estate.assetsIn(zone.key()).stream()
                .map(Asset::addresses)
                .collect(Collectors.collectingAndThen(Collectors.toList(), AddressSet::union))
                .union(zone.cidrs());
    }

    /** Rules nobody can measure may let through whatever they like; rules nobody gave lead nowhere. */
    private AddressSet destinations(Link link) {
        if (link.ruleSet() == null) {
            return AddressSet.NONE;
        }
        Posture posture = posture(link);
        return posture.traffic() == null ? AddressSet.ANY : posture.traffic().destinations();
    }
}
