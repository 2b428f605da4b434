package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.ThirdPartyState;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.Grouping;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.score.Assurance;
import dev.sekisho.risk.score.Completion;
import dev.sekisho.risk.score.Exposure;
import dev.sekisho.risk.score.Model;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.score.Upkeep;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How every link is kept. */
final class Upkeeps {
    final Derived<Inputs, Upkeep> points;
    final Derived<Inputs, Upkeep> zoneLinks;

    private final Model model;
    private final LocalDate today;
    private final Completion unknown;
    /** Many links are kept alike; each kind is weighed once. */
    private final Map<Kind, Upkeep> known = new ConcurrentHashMap<>();

    /**
     * @param zone the one it lands in
     * @param hosts those it lands on
     */
    private record Inputs(
            Link link,
            Posture posture,
            Zone zone,
            List<Asset> hosts,
            @Nullable ThirdParty thirdParty) {}

    private record Kind(Exposure exposure, Upkeep.@Nullable Party party, boolean privileged) {}

    Upkeeps(AssessmentInput input, Postures postures, Completion unknown, Step step) {
        this.model = input.model;
        this.today = input.today;
        this.unknown = unknown;
        points = step.over(input.points)
                .reading(postures.points)
                .reading(input.parties, input.pointsByParty)
                .reading(input.zones, input.pointsByZone)
                .reading(input.hosts, input.pointsByHost)
                .reading(input.hostsOfZones, input.pointsByZone)
                .given(model, today)
                .derive(
                        "upkeep of points",
                        at -> new Inputs(
                                input.points.get(at),
                                postures.points.get(at),
                                input.zones.get(input.pointsByZone.of(at)),
                                hosts(input, at),
                                input.parties.get(input.pointsByParty.of(at))),
                        this::upkeep);
        zoneLinks = step.over(input.zoneLinks)
                .reading(postures.zoneLinks)
                .reading(input.zones, input.linksByZone)
                .reading(input.hostsOfZones, input.linksByZone)
                .given(model, today)
                .derive(
                        "upkeep of zone links",
                        at -> new Inputs(
                                input.zoneLinks.get(at),
                                postures.zoneLinks.get(at),
                                input.zones.get(input.linksByZone.of(at)),
                                input.hostsOfZones.get(input.linksByZone.of(at)),
                                null),
                        this::upkeep);
    }

    /** The host it lands on, where that is known and stands in the zone; else any of the zone. */
    static List<Asset> hosts(AssessmentInput input, int point) {
        int zone = input.pointsByZone.of(point);
        int host = input.pointsByHost.of(point);
        return host == Grouping.NONE || input.hostsByZone.of(host) != zone
                ? input.hostsOfZones.get(zone)
                : List.of(input.hosts.get(host));
    }

    private Upkeep upkeep(Inputs inputs) {
        ThirdParty thirdParty = inputs.thirdParty;
        boolean lapsed = thirdParty != null && Assurance.lapsed(thirdParty.agreement(), today, unknown);
        var exposure = Exposure.of(
                new Exposure.Circumstances(
                        inputs.link,
                        inputs.posture,
                        Exposure.seen(inputs.link, inputs.hosts),
                        inputs.zone.egress(),
                        lapsed),
                model.exposure(),
                today,
                unknown);
        boolean privileged = inputs.link instanceof ConnectionPoint point && unknown.privileged(point.privileged());
        var kind = new Kind(exposure, thirdParty == null ? null : party(thirdParty), privileged);
        Upkeep made = known.get(kind);
        return made == null
                ? known.computeIfAbsent(kind, any -> Upkeep.of(any.exposure, any.party, any.privileged, model))
                : made;
    }

    private Upkeep.Party party(ThirdParty thirdParty) {
        return new Upkeep.Party(
                Assurance.of(thirdParty, today, unknown),
                thirdParty.notice(),
                thirdParty.state() == ThirdPartyState.OFFBOARDED);
    }
}
