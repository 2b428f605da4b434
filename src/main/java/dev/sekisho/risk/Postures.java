package dev.sekisho.risk;

import dev.sekisho.risk.score.Completion;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.score.TrafficMeter;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds at every link, in the order of the rosters. */
record Postures(List<Posture> points, List<Posture> zoneLinks) {

    static Postures of(Frame frame, Completion unknown, @Nullable Frame before, @Nullable Postures previous) {
        var meter = new TrafficMeter(frame.estate, frame.today, frame.model, unknown, frame.measurements);
        boolean comparable =
                before != null && before.sameConditions(frame) && before.estate.zones() == frame.estate.zones();
        Postures same = comparable ? previous : null;
        var none = new BitSet();
        return new Postures(
                frame.points.about(same == null ? null : same.points, none, i -> meter.posture(frame.points.get(i))),
                frame.zoneLinks.about(
                        same == null ? null : same.zoneLinks, none, i -> meter.posture(frame.zoneLinks.get(i))));
    }
}
