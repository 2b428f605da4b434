package dev.sekisho.risk.assessment;

import dev.sekisho.risk.assessment.LinkPicture.Inputs;
import dev.sekisho.risk.assessment.LinkPicture.Landing;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.incremental.Touched;
import dev.sekisho.risk.path.Network;
import dev.sekisho.risk.score.Completion;
import java.util.List;

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
        return step.over(input.points)
                .reading(postures.points)
                .reading(software.points)
                .reading(waysIn)
                .reading(upkeeps.points)
                .reading(input.hosts, input.pointsByHost)
                .reading(input.hostsOfZones, input.pointsByZone)
                .reading(input.parties, input.pointsByParty)
                .reading(input.zones, input.pointsByZone)
                .reading(input.space.families, input.pointsByZone)
                .reading(software.zones, input.pointsByZone)
                .derive("pictures of points", this::pointInputs, LinkPicture::of);
    }

    /** What rules look at over every zone link. */
    Derived<Inputs, LinkPicture> zoneLinks(Step step) {
        return step.over(input.zoneLinks)
                .reading(postures.zoneLinks)
                .reading(waysOn)
                .reading(upkeeps.zoneLinks)
                .reading(input.zones, input.linksByZone)
                .reading(input.hostsOfZones, input.linksByZone)
                .reading(input.space.families, input.linksByZone)
                .reading(software.zones, input.linksByZone)
                .derive("pictures of zone links", this::linkInputs, LinkPicture::of);
    }

    private Inputs pointInputs(int at) {
        int zone = input.pointsByZone.of(at);
        return new Inputs(
                input.points.get(at),
                postures.points.get(at),
                landing(zone, Upkeeps.hosts(input, at)),
                input.parties.get(input.pointsByParty.of(at)),
                software.zones.get(zone),
                software.points.get(at),
                upkeeps.points.get(at),
                waysIn.get(at));
    }

    private Inputs linkInputs(int at) {
        int zone = input.linksByZone.of(at);
        return new Inputs(
                input.zoneLinks.get(at),
                postures.zoneLinks.get(at),
                landing(zone, input.hostsOfZones.get(zone)),
                null,
                software.zones.get(zone),
                Software.NONE,
                upkeeps.zoneLinks.get(at),
                waysOn.get(at));
    }

    private Landing landing(int zone, List<Asset> hosts) {
        return new Landing(input.zones.get(zone), hosts, input.space.around(zone));
    }
}
