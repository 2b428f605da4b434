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
        @Schema(description = "The kind of thing the score is of.")
        Subject.Kind subject,

        @Schema(description = "Key of what the score is of; \"portfolio\" for all together.")
        String key,

        @Schema(description = "First day asked for.") LocalDate from,

        @Schema(description = "Last day asked for, today at the latest.")
        LocalDate to,

        @Schema(description = "How far the points lie apart.")
        Granularity granularity,

        @Schema(description = "One point a day, the earliest first; none before there was a score.")
        List<PointView> points) {

    /** How far the points lie apart. */
    @Schema(description = "How far the points of a history lie apart.")
    enum Granularity {
        DAY
    }

    /** The score that held at the end of a day. */
    @Schema(name = "ScorePoint", description = "The score that held at the end of a day.")
    record PointView(
            @Schema(description = "The day, in UTC.") LocalDate date,

            @Schema(description = "The score that held at the end of the day, 0 to 100.")
            BigDecimal score,

            @Schema(description = "Where the score lay whatever the unknown facts turned out to be.")
            Interval interval,

            @Schema(description = "Version of the weights it was computed with.")
            String modelVersion) {}

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
