package dev.sekisho.risk.assessment;

import dev.sekisho.risk.assessment.PermittedSoftware.Landed;
import dev.sekisho.risk.assessment.SoftwareByPlace.Software;
import dev.sekisho.risk.entry.BreakCost;
import dev.sekisho.risk.entry.BreakCost.Barrier;
import dev.sekisho.risk.entry.BreakCost.Behind;
import dev.sekisho.risk.entry.BreakCost.Gate;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.path.Ways;
import dev.sekisho.risk.score.Completion;
import dev.sekisho.risk.score.Posture;
import java.util.List;

/** What it costs to get across every link. */
final class Barriers {
    /** By connection point, into each zone where one lands. */
    final Derived<List<Barrier>, List<Ways>> points;

    final Derived<Barrier, Ways> zoneLinks;

    private final AssessmentInput input;
    private final Postures postures;
    private final FirewallSoftware firewalls;

    Barriers(
            AssessmentInput input,
            Postures postures,
            PermittedSoftware permitted,
            FirewallSoftware firewalls,
            Completion unknown,
            Step step) {
        this.input = input;
        this.postures = postures;
        this.firewalls = firewalls;
        points = step.over(input.points)
                .reading(postures.points)
                .reading(firewalls.points)
                .reading(permitted.points)
                .derive(
                        "ways over points",
                        at -> into(at, permitted, unknown),
                        barriers -> barriers.stream().map(BreakCost::across).toList());
        zoneLinks = step.over(input.zoneLinks)
                .reading(postures.zoneLinks)
                .reading(firewalls.zoneLinks)
                .reading(permitted.zoneLinks)
                .derive("ways over zone links", at -> into(at, permitted), BreakCost::across);
    }

    private List<Barrier> into(int at, PermittedSoftware permitted, Completion unknown) {
        ConnectionPoint point = input.points.get(at);
        Posture posture = postures.points.get(at);
        boolean free = firewalls.points.get(at).free();
        Ways login = BreakCost.login(point, unknown);
        List<Landed> landed = permitted.points.get(at);
        return landed.stream()
                .map(there -> barrier(point, posture, free, there, login))
                .toList();
    }

    private Barrier into(int at, PermittedSoftware permitted) {
        return barrier(
                input.zoneLinks.get(at),
                postures.zoneLinks.get(at),
                firewalls.zoneLinks.get(at).free(),
                permitted.zoneLinks.get(at),
                Ways.NONE);
    }

    /** @param free whether the firewall costs nothing */
    private static Barrier barrier(Link link, Posture posture, boolean free, Landed landed, Ways login) {
        var gate = new Gate(posture.unfiltered(), landed.shut(), free);
        return new Barrier(link, gate, behind(landed.permitted()), behind(landed.all()), landed.hosts(), login);
    }

    private static Behind behind(Software software) {
        return new Behind(software.products(), software.free());
    }
}
