package dev.sekisho.risk.assessment;

import dev.sekisho.risk.assessment.SoftwareByPlace.Software;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which software one comes to over every link: in a zone that is filtered only what rules let something through to. */
final class PermittedSoftware {
    /** By connection point, in each zone where one lands, what is at the point itself included. */
    final Derived<?, List<Landed>> points;

    final Derived<?, Landed> zoneLinks;

    private final AssessmentInput input;

    /**
     * What is behind a link.
     *
     * @param zone key of the zone
     * @param hosts those in it
     * @param permitted what its rules let one come to
     * @param all what there is
     * @param shut whether its rules let nothing through to there
     */
    record Landed(String zone, List<Asset> hosts, Software permitted, Software all, boolean shut) {
        private Landed and(Software own) {
            if (own.isEmpty()) {
                return this;
            }
            Software whole = all.and(own);
            return new Landed(zone, hosts, permitted == all ? whole : permitted.and(own), whole, shut);
        }
    }

    PermittedSoftware(
            AssessmentInput input, Postures postures, SoftwareByPlace software, Landings landings, Step step) {
        this.input = input;
        points = step.over(input.points)
                .reading(postures.points)
                .reading(landings.others)
                .reading(software.points)
                .reading(input.holdings.points())
                .reading(software.zones, input.pointsByZone)
                .reading(landings.touched(software.zones))
                .reading(input.hostsOfZones, input.pointsByZone)
                .reading(landings.touched(input.hostsOfZones))
                .reading(input.holdings.zones(), input.pointsByZone)
                .reading(landings.touched(input.holdings.zones()))
                .collect(
                        "software behind points",
                        at -> landings.of(at)
                                .mapToObj(zone -> landed(
                                                zone, input.pointsByZone.of(at), postures.points.get(at), software)
                                        .and(beside(at, software)))
                                .toList());
        zoneLinks = step.over(input.zoneLinks)
                .reading(postures.zoneLinks)
                .reading(software.zones, input.linksByZone)
                .reading(input.hostsOfZones, input.linksByZone)
                .reading(input.holdings.zones(), input.linksByZone)
                .collect(
                        "software behind zone links",
                        at -> landed(
                                input.linksByZone.of(at),
                                input.linksByZone.of(at),
                                postures.zoneLinks.get(at),
                                software));
    }

    /** What is at a point is behind it, but for its firewall, which stands before what it leads to and is nothing in there. */
    private Software beside(int at, SoftwareByPlace software) {
        Software own = software.points.get(at);
        String firewall = input.points.get(at).firewall().product();
        return firewall == null || own.isEmpty()
                ? own
                : own.without(
                        one -> one.product().equals(firewall),
                        input.holdings.points().get(at));
    }

    /** To a zone that is not the registered one rules lead only where they let something through. */
    private Landed landed(int zone, int registered, Posture posture, SoftwareByPlace software) {
        Software all = software.zones.get(zone);
        Set<Place> closed = all.isEmpty() || posture.unfiltered() || posture.traffic() == null
                ? Set.of()
                : closed(zone, posture.traffic().destinations());
        Software permitted = closed.isEmpty()
                ? all
                : all.without(
                        one -> closed.contains(one.place()),
                        input.holdings.zones().get(zone));
        boolean shut = zone == registered && posture.permitsNothing();
        return new Landed(input.zones.get(zone).key(), input.hostsOfZones.get(zone), permitted, all, shut);
    }

    /** The hosts of a zone that have addresses, and something installed, and to none of which anything gets through. */
    private Set<Place> closed(int zone, AddressSet open) {
        var closed = new HashSet<Place>();
        for (Asset host : input.hostsOfZones.get(zone)) {
            if (!host.addresses().isEmpty() && !host.addresses().intersects(open)) {
                closed.add(new Place(Place.Kind.ASSET, host.key()));
            }
        }
        return closed;
    }
}
