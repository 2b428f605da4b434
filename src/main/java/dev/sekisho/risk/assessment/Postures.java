package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.incremental.IndexedFacts;
import dev.sekisho.risk.score.Completion;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.score.TrafficMeter;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds at every link, in the order of the rosters. */
record Postures(List<Posture> points, List<Posture> zoneLinks) {

    static Postures of(
            AssessmentInput frame, Completion unknown, @Nullable AssessmentInput before, @Nullable Postures previous) {
        var meter = new TrafficMeter(
                frame.estate,
                frame.claims,
                frame.today,
                frame.model,
                unknown,
                frame.measurements,
                before == null ? frame.today : before.today);
        AssessmentInput sameGround = before != null && sameGround(frame, before) ? before : null;
        Postures measured = sameGround == null ? null : previous;
        Postures same = sameGround != null && sameGround.sameConditions(frame) ? measured : null;
        var moved = sameGround == null ? MovedClaims.NONE : MovedClaims.between(sameGround, frame);
        return new Postures(
                postures(
                        frame.points,
                        meter,
                        moved.points(),
                        same == null ? null : same.points,
                        measured == null ? null : measured.points),
                postures(
                        frame.zoneLinks,
                        meter,
                        moved.zoneLinks(),
                        same == null ? null : same.zoneLinks,
                        measured == null ? null : measured.zoneLinks));
    }

    private static boolean sameGround(AssessmentInput now, AssessmentInput before) {
        return before.estate.zones() == now.estate.zones()
                && before.estate.organizations() == now.estate.organizations()
                && before.estate.sharesAddressesWith(now.estate);
    }

    /**
     * @param moved the links that have to be measured again though they are the same
     * @param same what holds as before where the link is the same
     * @param measured what was said of the same links on another day or under other weights
     */
    private static <T extends Link> List<Posture> postures(
            IndexedFacts<T> links,
            TrafficMeter meter,
            BitSet moved,
            @Nullable List<Posture> same,
            @Nullable List<Posture> measured) {
        return links.about(
                same, moved, i -> meter.posture(links.get(i), moved.get(i) ? null : links.earlier(measured, i)));
    }
}
