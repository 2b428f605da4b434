package dev.sekisho.risk.assessment;

import dev.sekisho.risk.assessment.LinkPicture.Conditions;
import dev.sekisho.risk.assessment.LinkPicture.Inputs;
import dev.sekisho.risk.assessment.LinkPicture.Landing;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.Grouping;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.incremental.Touched;
import dev.sekisho.risk.path.Network;
import dev.sekisho.risk.score.Completion;
import org.jspecify.annotations.Nullable;

/** Everything computed under one answer to what is unknown. */
final class ScenarioResult {
    final AssessmentInput frame;
    final Postures postures;
    final SoftwareByPlace software;
    final Network.Change network;
    /** Over every connection point. */
    final Derived<WayIn, WayIn> waysIn;

    final Derived<Inputs, LinkPicture> points;
    final Derived<Inputs, LinkPicture> zoneLinks;

    ScenarioResult(AssessmentInput frame, Completion unknown, Step whole) {
        Step step = whole.under(unknown);
        this.frame = frame;
        postures = new Postures(frame, unknown, step);
        var exposure = new ExposureAnalysis(frame, postures, unknown, step);
        software = new SoftwareByPlace(frame, postures, exposure, unknown, step);
        var barriers = new Barriers(frame, postures, software, step);
        network = NetworkBuilder.build(frame, barriers, unknown, step);
        Network current = network.network();
        var from = new Touched(network.from());
        var conditions = new Conditions(frame.today, frame.model, unknown);
        var weighing = new LinkScoring(conditions);
        waysIn = step.over(frame.points)
                .reading(barriers.points)
                .reading(from, frame.pointsByZone)
                .collect("ways in", at -> WayIn.over(frame.points.get(at), barriers.points.get(at), current));
        points = step.over(frame.points)
                .reading(postures.points)
                .reading(software.points)
                .reading(waysIn)
                .reading(frame.hosts, frame.pointsByHost)
                .reading(frame.parties, frame.pointsByParty)
                .reading(frame.zones, frame.pointsByZone)
                .reading(frame.space.families, frame.pointsByZone)
                .reading(software.zones, frame.pointsByZone)
                .given(conditions)
                .derive("points", this::pointInputs, weighing::weigh);
        Derived<WayIn, WayIn> waysOn = step.over(frame.zoneLinks)
                .reading(barriers.zoneLinks)
                .reading(from, frame.linksByZone)
                .collect("ways on", at -> WayIn.over(frame.zoneLinks.get(at), barriers.zoneLinks.get(at), current));
        zoneLinks = step.over(frame.zoneLinks)
                .reading(postures.zoneLinks)
                .reading(waysOn)
                .reading(frame.zones, frame.linksByZone)
                .reading(frame.space.families, frame.linksByZone)
                .reading(software.zones, frame.linksByZone)
                .given(conditions)
                .derive("zone links", at -> linkInputs(at, waysOn.get(at)), weighing::weigh);
    }

    private Inputs pointInputs(int at) {
        int zone = frame.pointsByZone.of(at);
        int host = frame.pointsByHost.of(at);
        return new Inputs(
                frame.points.get(at),
                postures.points.get(at),
                landing(zone, host == Grouping.NONE ? null : frame.hosts.get(host)),
                frame.parties.get(frame.pointsByParty.of(at)),
                software.zones.get(zone),
                software.points.get(at),
                waysIn.get(at));
    }

    private Inputs linkInputs(int at, WayIn wayIn) {
        int zone = frame.linksByZone.of(at);
        return new Inputs(
                frame.zoneLinks.get(at),
                postures.zoneLinks.get(at),
                landing(zone, null),
                null,
                software.zones.get(zone),
                Software.NONE,
                wayIn);
    }

    private Landing landing(int zone, @Nullable Asset host) {
        return new Landing(frame.zones.get(zone), host, frame.space.around(zone));
    }
}
