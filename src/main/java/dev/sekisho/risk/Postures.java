package dev.sekisho.risk;

import dev.sekisho.risk.estate.Link;
import dev.sekisho.risk.score.Completion;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.score.TrafficMeter;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds at every link, in the order of the rosters. */
record Postures(List<Posture> points, List<Posture> zoneLinks) {

    static Postures of(Frame frame, Completion unknown, @Nullable Frame before, @Nullable Postures previous) {
        var meter = new TrafficMeter(
                frame.estate,
                frame.today,
                frame.model,
                unknown,
                frame.measurements,
                before == null ? frame.today : before.today);
        Frame sameGround = before != null
                        && before.estate.zones() == frame.estate.zones()
                        && before.estate.organizations() == frame.estate.organizations()
                ? before
                : null;
        Postures measured = sameGround == null ? null : previous;
        Postures same = sameGround != null && sameGround.sameConditions(frame) ? measured : null;
        return new Postures(
                postures(
                        frame.points,
                        meter,
                        same == null ? null : same.points,
                        measured == null ? null : measured.points),
                postures(
                        frame.zoneLinks,
                        meter,
                        same == null ? null : same.zoneLinks,
                        measured == null ? null : measured.zoneLinks));
    }

    /**
     * @param same what holds as before where the link is the same
     * @param measured what was said of the same links on another day or under other weights
     */
    private static <T extends Link> List<Posture> postures(
            Roster<T> links, TrafficMeter meter, @Nullable List<Posture> same, @Nullable List<Posture> measured) {
        return links.about(same, new BitSet(), i -> meter.posture(links.get(i), links.earlier(measured, i)));
    }
}
