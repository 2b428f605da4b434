package dev.sekisho.score;

import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.score.Points;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a score went, one point a day from the first day there was one. */
@Schema(
        name = "ScoreHistory",
        description =
                "How a score went, one point a day from the first day there was one. A day without an assessment shows the score that held.")
record HistoryView(
        Subject.Kind subject,
        String key,
        LocalDate from,
        LocalDate to,
        Granularity granularity,
        List<PointView> points) {

    /** How far the points lie apart. */
    enum Granularity {
        DAY
    }

    /** The score that held at the end of a day. */
    @Schema(name = "ScorePoint")
    record PointView(LocalDate date, BigDecimal score, Interval interval, String modelVersion) {}

    static HistoryView of(Subject subject, LocalDate from, LocalDate to, List<ScorePointEntity> stored) {
        var points = new ArrayList<PointView>();
        int next = 0;
        ScorePointEntity held = null;
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            while (next < stored.size() && !stored.get(next).id.day().isAfter(day)) {
                held = stored.get(next++);
            }
            if (held != null) {
                points.add(new PointView(
                        day,
                        Points.shown(held.milliPoints),
                        Interval.of(held.lowMilli, held.highMilli),
                        held.modelVersion));
            }
        }
        return new HistoryView(subject.kind(), subject.key(), from, to, Granularity.DAY, points);
    }
}
