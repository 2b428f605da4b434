package dev.sekisho.risk.assessment;

import dev.sekisho.risk.assessment.BreakCost.Barrier;
import dev.sekisho.risk.assessment.LinkPicture.Conditions;
import dev.sekisho.risk.assessment.LinkPicture.Inputs;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.path.Network;
import dev.sekisho.risk.score.Completion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything computed under one answer to what is unknown. */
final class ScenarioResult {
    final AssessmentInput frame;
    final Postures postures;
    final ExposureAnalysis surroundings;
    final SoftwareByPlace inventory;
    final Network network;
    final List<LinkPicture> points;
    final List<LinkPicture> zoneLinks;
    private final Conditions conditions;

    ScenarioResult(AssessmentInput frame, Completion unknown, Step whole, @Nullable ScenarioResult previous) {
        Step step = whole.under(unknown);
        this.frame = frame;
        AssessmentInput before = previous == null ? null : previous.frame;
        postures = Postures.of(frame, unknown, before, previous == null ? null : previous.postures);
        surroundings = new ExposureAnalysis(frame, postures, unknown, previous == null ? null : previous.surroundings);
        inventory = new SoftwareByPlace(frame, postures, surroundings, unknown, step);
        network = new NetworkBuilder(frame, postures, inventory, unknown, step).network;
        conditions = new Conditions(frame.today, frame.model, unknown);
        var weighing = new LinkScoring(conditions);
        Derived<WayIn.Inputs, WayIn> pointEntries = step.derive(
                "ways over points", frame.points, i -> new WayIn.Inputs(pointBarrier(i), network), WayIn::of);
        points = step.derive("points", frame.points, i -> pointInputs(i, pointEntries.get(i)), weighing::weigh)
                .values();
        Derived<WayIn.Inputs, WayIn> linkEntries = step.derive(
                "ways over zone links", frame.zoneLinks, i -> new WayIn.Inputs(linkBarrier(i), network), WayIn::of);
        zoneLinks = step.derive("zone links", frame.zoneLinks, i -> linkInputs(i, linkEntries.get(i)), weighing::weigh)
                .values();
    }

    Network network() {
        return network;
    }

    private Barrier pointBarrier(int at) {
        ConnectionPoint point = frame.points.get(at);
        int zone = frame.pointsByZone.of(at);
        return Barrier.at(
                point,
                postures.points().get(at),
                inventory.zone(zone),
                inventory.point(at),
                frame.hosts.get(zone),
                BreakCost.supplied(point, frame.estate));
    }

    private Barrier linkBarrier(int at) {
        ZoneLink link = frame.zoneLinks.get(at);
        int zone = frame.zone(link.zone());
        return Barrier.at(
                link, postures.zoneLinks().get(at), inventory.zone(zone), Software.NONE, frame.hosts.get(zone), null);
    }

    private Inputs pointInputs(int at, WayIn entry) {
        ConnectionPoint point = frame.points.get(at);
        int zone = frame.pointsByZone.of(at);
        return new Inputs(
                point,
                postures.points().get(at),
                frame.zones.get(zone),
                point.asset() == null ? null : frame.estate.assets().get(point.asset()),
                frame.parties.get(frame.pointsByThirdParty.of(at)),
                inventory.zone(zone),
                inventory.point(at),
                entry,
                frame.spaces.get(zone),
                conditions);
    }

    private Inputs linkInputs(int at, WayIn entry) {
        ZoneLink link = frame.zoneLinks.get(at);
        int zone = frame.zone(link.zone());
        return new Inputs(
                link,
                postures.zoneLinks().get(at),
                frame.zones.get(zone),
                null,
                null,
                inventory.zone(zone),
                Software.NONE,
                entry,
                frame.spaces.get(zone),
                conditions);
    }
}
