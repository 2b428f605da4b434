package dev.sekisho.risk.assessment;

import dev.sekisho.risk.assessment.LinkPicture.Inputs;
import dev.sekisho.risk.assessment.LinkPicture.Landing;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.incremental.Touched;
import dev.sekisho.risk.path.Network;
import dev.sekisho.risk.rule.SharedLogins;
import dev.sekisho.risk.score.Completion;
import java.util.List;
import java.util.Optional;

/** Everything computed under one answer to what is unknown. */
final class ScenarioResult {
    final AssessmentInput input;
    final Postures postures;
    final SoftwareByPlace software;
    final Upkeeps upkeeps;
    final Network network;
    /** How the network differs from the one before. */
    final Network.Change laid;

    /** Over every connection point. */
    final Derived<WayIn, WayIn> waysIn;

    /** On over every zone link. */
    final Derived<WayIn, WayIn> waysOn;

    final ZoneStakes stakes;
    final WaysInto into;

    ScenarioResult(AssessmentInput input, Completion unknown, Step whole) {
        Step step = whole.under(unknown);
        this.input = input;
        postures = new Postures(input, unknown, step);
        var exposure = new ExposureAnalysis(input, postures, unknown, step);
        software = new SoftwareByPlace(input, postures, exposure, unknown, step);
        var firewalls = new FirewallSoftware(input, software, step);
        var barriers = new Barriers(input, postures, software, firewalls, unknown, step);
        laid = NetworkBuilder.build(input, barriers, unknown, step);
        network = laid.network();
        var from = new Touched(laid.from());
        waysIn = step.over(input.points)
                .reading(barriers.points)
                .reading(from, input.pointsByZone)
                .collect("ways in", at -> WayIn.over(input.points.get(at), barriers.points.get(at), network));
        waysOn = step.over(input.zoneLinks)
                .reading(barriers.zoneLinks)
                .reading(from, input.linksByZone)
                .collect("ways on", at -> WayIn.over(input.zoneLinks.get(at), barriers.zoneLinks.get(at), network));
        upkeeps = new Upkeeps(input, postures, unknown, step);
        stakes = new ZoneStakes(input, postures, software, unknown, step);
        into = new WaysInto(
                new WaysInto.Parts(input, postures, software, firewalls, upkeeps), waysIn, laid, stakes.all, step);
    }

    /** What rules look at over every connection point. */
    Derived<Inputs, LinkPicture> points(Step step) {
        SharedLogins shared = step.value(
                "shared logins",
                new Doors(input.hosts.items(), input.points.items()),
                doors -> SharedLogins.of(doors.hosts, doors.points));
        var logins = step.over(input.points)
                .reading(input.hostsOfZones, input.pointsByZone)
                .readingFrom(shared)
                .collect(
                        "shared logins at points",
                        at -> shared.on(input.points.get(at), input.hostsOfZones.get(input.pointsByZone.of(at))));
        var firewalls = FirewallSoftware.soonestUnsupported(input.points, input.estate, "points", step);
        return step.over(input.points)
                .reading(postures.points)
                .reading(software.points)
                .reading(waysIn)
                .reading(upkeeps.points)
                .reading(logins)
                .reading(firewalls)
                .reading(input.hosts, input.pointsByHost)
                .reading(input.hostsOfZones, input.pointsByZone)
                .reading(input.parties, input.pointsByParty)
                .reading(input.zones, input.pointsByZone)
                .reading(input.space.families, input.pointsByZone)
                .reading(software.zones, input.pointsByZone)
                .derive(
                        "pictures of points",
                        at -> pointInputs(at, logins.get(at), firewalls.get(at)),
                        LinkPicture::of);
    }

    private record Doors(List<Asset> hosts, List<ConnectionPoint> points) {}

    /** What rules look at over every zone link. */
    Derived<Inputs, LinkPicture> zoneLinks(Step step) {
        var firewalls = FirewallSoftware.soonestUnsupported(input.zoneLinks, input.estate, "zone links", step);
        return step.over(input.zoneLinks)
                .reading(postures.zoneLinks)
                .reading(waysOn)
                .reading(upkeeps.zoneLinks)
                .reading(firewalls)
                .reading(input.zones, input.linksByZone)
                .reading(input.hostsOfZones, input.linksByZone)
                .reading(input.space.families, input.linksByZone)
                .reading(software.zones, input.linksByZone)
                .derive("pictures of zone links", at -> linkInputs(at, firewalls.get(at)), LinkPicture::of);
    }

    private Inputs pointInputs(int at, List<SharedLogins.Login> logins, Optional<Installation> firewall) {
        int zone = input.pointsByZone.of(at);
        return new Inputs(
                input.points.get(at),
                postures.points.get(at),
                new Landing(
                        input.zones.get(zone), Upkeeps.hosts(input, at), input.space.around(zone), logins, firewall),
                input.parties.get(input.pointsByParty.of(at)),
                software.zones.get(zone),
                software.points.get(at),
                upkeeps.points.get(at),
                waysIn.get(at));
    }

    private Inputs linkInputs(int at, Optional<Installation> firewall) {
        int zone = input.linksByZone.of(at);
        return new Inputs(
                input.zoneLinks.get(at),
                postures.zoneLinks.get(at),
                new Landing(
                        input.zones.get(zone),
                        input.hostsOfZones.get(zone),
                        input.space.around(zone),
                        List.of(),
                        firewall),
                null,
                software.zones.get(zone),
                Software.NONE,
                upkeeps.zoneLinks.get(at),
                waysOn.get(at));
    }
}
