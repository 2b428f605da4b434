package dev.sekisho.risk;

import dev.sekisho.risk.estate.Link;
import dev.sekisho.risk.score.Completion;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.score.TrafficMeter;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What holds at every link, in the order of the rosters. */
record Postures(List<Posture> points, List<Posture> zoneLinks) {

    static Postures of(Frame frame, Completion unknown, @Nullable Frame before, @Nullable Postures previous) {
        var meter = new TrafficMeter(frame.estate, frame.today, frame.model, unknown, frame.measurements);
        boolean same = before != null
                && before.sameConditions(frame)
                && before.estate.zones() == frame.estate.zones()
                && before.estate.organizations() == frame.estate.organizations();
        return new Postures(
                measured(frame.points, meter, same && previous != null ? previous.points : null),
                measured(frame.zoneLinks, meter, same && previous != null ? previous.zoneLinks : null));
    }

    private static <T extends Link> List<Posture> measured(
            Roster<T> links, TrafficMeter meter, @Nullable List<Posture> previous) {
        return IntStream.range(0, links.size())
                .parallel()
                .mapToObj(i -> previous != null && links.before(i) != Roster.NEW
                        ? previous.get(links.before(i))
                        : meter.posture(links.get(i)))
                .toList();
    }
}
