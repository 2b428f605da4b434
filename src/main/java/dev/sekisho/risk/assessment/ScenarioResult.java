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
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Everything computed under one answer to what is unknown. */
final class ScenarioResult {
    final AssessmentInput input;
    final Postures postures;
    final SoftwareByPlace software;
    final Network network;
    /** The zones to which it may be nearer or farther than before. */
    final BitSet nearerOrFarther;

    /** Over every connection point. */
    final Derived<WayIn, WayIn> waysIn;

    final Derived<Inputs, LinkPicture> points;
    final Derived<Inputs, LinkPicture> zoneLinks;

    ScenarioResult(AssessmentInput input, Completion unknown, Step whole) {
        Step step = whole.under(unknown);
        this.input = input;
        postures = new Postures(input, unknown, step);
        var exposure = new ExposureAnalysis(input, postures, unknown, step);
        software = new SoftwareByPlace(input, postures, exposure, unknown, step);
        var barriers = new Barriers(input, postures, software, step);
        Network.Change laid = NetworkBuilder.build(input, barriers, unknown, step);
        network = laid.network();
        nearerOrFarther = laid.into();
        var from = new Touched(laid.from());
        var conditions = new Conditions(input.today, input.model, unknown);
        var weighing = new LinkScoring(conditions);
        waysIn = step.over(input.points)
                .reading(barriers.points)
                .reading(from, input.pointsByZone)
                .collect("ways in", at -> WayIn.over(input.points.get(at), barriers.points.get(at), network));
        points = step.over(input.points)
                .reading(postures.points)
                .reading(software.points)
                .reading(waysIn)
                .reading(input.hosts, input.pointsByHost)
                .reading(input.parties, input.pointsByParty)
                .reading(input.zones, input.pointsByZone)
                .reading(input.space.families, input.pointsByZone)
                .reading(software.zones, input.pointsByZone)
                .given(conditions)
                .derive("points", this::pointInputs, weighing::weigh);
        Derived<WayIn, WayIn> waysOn = step.over(input.zoneLinks)
                .reading(barriers.zoneLinks)
                .reading(from, input.linksByZone)
                .collect("ways on", at -> WayIn.over(input.zoneLinks.get(at), barriers.zoneLinks.get(at), network));
        zoneLinks = step.over(input.zoneLinks)
                .reading(postures.zoneLinks)
                .reading(waysOn)
                .reading(input.zones, input.linksByZone)
                .reading(input.space.families, input.linksByZone)
                .reading(software.zones, input.linksByZone)
                .given(conditions)
                .derive("zone links", at -> linkInputs(at, waysOn.get(at)), weighing::weigh);
    }

    private Inputs pointInputs(int at) {
        int zone = input.pointsByZone.of(at);
        int host = input.pointsByHost.of(at);
        return new Inputs(
                input.points.get(at),
                postures.points.get(at),
                landing(zone, host == Grouping.NONE ? null : input.hosts.get(host)),
                input.parties.get(input.pointsByParty.of(at)),
                software.zones.get(zone),
                software.points.get(at),
                waysIn.get(at));
    }

    private Inputs linkInputs(int at, WayIn wayIn) {
        int zone = input.linksByZone.of(at);
        return new Inputs(
                input.zoneLinks.get(at),
                postures.zoneLinks.get(at),
                landing(zone, null),
                null,
                software.zones.get(zone),
                Software.NONE,
                wayIn);
    }

    private Landing landing(int zone, @Nullable Asset host) {
        return new Landing(input.zones.get(zone), host, input.space.around(zone));
    }
}
