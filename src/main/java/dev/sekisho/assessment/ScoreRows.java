package dev.sekisho.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.assessment.Rescored;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.score.Contribution;
import dev.sekisho.risk.score.Score;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of scores and of their history, one point a day. */
@ApplicationScoped
class ScoreRows {
    private static final String INSERT = "insert into score (subject_name, milli_points, low_milli, high_milli,"
            + " contributions, model_version, as_of, subject_kind, subject_key) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE = "update score set subject_name = ?, milli_points = ?, low_milli = ?,"
            + " high_milli = ?, contributions = ?, model_version = ?, as_of = ? where subject_kind = ? and subject_key = ?";
    private static final String INSERT_POINT = "insert into score_point (milli_points, low_milli, high_milli,"
            + " model_version, subject_kind, subject_key, on_day) values (?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE_POINT = "update score_point set milli_points = ?, low_milli = ?, high_milli = ?,"
            + " model_version = ? where subject_kind = ? and subject_key = ? and on_day = ?";

    private final ObjectMapper json;
    private final Map<Subject, Stored> stored = new HashMap<>();

    ScoreRows(ObjectMapper json) {
        this.json = json;
    }

    /**
     * A row.
     *
     * @param lastPoint the day of the newest point of its history
     */
    private record Stored(String digest, int milli, int low, int high, LocalDate lastPoint) {
        boolean sameFigures(Score score) {
            return milli == score.milliPoints() && low == score.lowMilli() && high == score.highMilli();
        }
    }

    void load(Pen pen) throws SQLException {
        stored.clear();
        try (PreparedStatement select = pen.statement(
                "select s.subject_kind, s.subject_key, s.subject_name, s.milli_points, s.low_milli, s.high_milli,"
                        + " s.contributions, s.model_version, (select max(p.on_day) from score_point p"
                        + " where p.subject_kind = s.subject_kind and p.subject_key = s.subject_key) from score s")) {
            select.setFetchSize(5000);
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                var subject = new Subject(Subject.Kind.valueOf(rows.getString(1)), rows.getString(2));
                LocalDate lastPoint = rows.getObject(9, LocalDate.class);
                stored.put(
                        subject,
                        new Stored(
                                digest(rows.getString(3), rows.getInt(4), rows.getString(7), rows.getString(8)),
                                rows.getInt(4),
                                rows.getInt(5),
                                rows.getInt(6),
                                lastPoint == null ? LocalDate.MIN : lastPoint));
            }
        }
    }

    int record(Pen pen, Assessment next, @Nullable Assessment before, LocalDate day, Instant at) throws SQLException {
        try (Pen.Batch insert = pen.batch(INSERT);
                Pen.Batch update = pen.batch(UPDATE);
                Pen.Batch insertPoint = pen.batch(INSERT_POINT);
                Pen.Batch updatePoint = pen.batch(UPDATE_POINT)) {
            var batches = List.of(insert, update, insertPoint, updatePoint);
            Optional<Rescored> rescored = before == null ? Optional.empty() : next.rescored();
            Map<Subject, Score> now = rescored.map(Rescored::changed).orElseGet(next::scores);
            for (Map.Entry<Subject, Score> entry : now.entrySet()) {
                Subject subject = entry.getKey();
                String name = Names.of(next.estate(), subject);
                write(batches, subject, name, entry.getValue(), next.model().version(), day, at);
            }
            int written = 0;
            for (Pen.Batch batch : batches) {
                written += batch.finish();
            }
            return written + forget(pen, rescored.map(Rescored::gone).orElseGet(() -> storedBeside(now.keySet())));
        }
    }

    private void write(
            List<Pen.Batch> batches, Subject subject, String name, Score score, String model, LocalDate day, Instant at)
            throws SQLException {
        String contributions = text(score.contributions());
        String digest = digest(name, score.milliPoints(), contributions, model);
        Stored known = stored.get(subject);
        boolean samePoint = known != null && known.sameFigures(score);
        if (known != null && samePoint && known.digest().equals(digest)) {
            return;
        }
        batches.get(known == null ? 0 : 1).add(statement -> {
            statement.setString(1, name);
            statement.setInt(2, score.milliPoints());
            statement.setInt(3, score.lowMilli());
            statement.setInt(4, score.highMilli());
            statement.setString(5, contributions);
            statement.setString(6, model);
            statement.setObject(7, at.atOffset(ZoneOffset.UTC));
            statement.setString(8, subject.kind().name());
            statement.setString(9, subject.key());
        });
        LocalDate lastPoint = known == null ? LocalDate.MIN : known.lastPoint();
        if (!samePoint) {
            batches.get(lastPoint.equals(day) ? 3 : 2).add(statement -> {
                statement.setInt(1, score.milliPoints());
                statement.setInt(2, score.lowMilli());
                statement.setInt(3, score.highMilli());
                statement.setString(4, model);
                statement.setString(5, subject.kind().name());
                statement.setString(6, subject.key());
                statement.setObject(7, day);
            });
            lastPoint = day;
        }
        stored.put(subject, new Stored(digest, score.milliPoints(), score.lowMilli(), score.highMilli(), lastPoint));
    }

    private List<Subject> storedBeside(Set<Subject> present) {
        return stored.keySet().stream()
                .filter(subject -> !present.contains(subject))
                .toList();
    }

    /** Scores of what is registered no more go; their history goes with them. */
    private int forget(Pen pen, List<Subject> gone) throws SQLException {
        if (gone.isEmpty()) {
            return 0;
        }
        for (String table : List.of("score", "score_point")) {
            try (Pen.Batch batch = pen.batch("delete from " + table + " where subject_kind = ? and subject_key = ?")) {
                for (Subject subject : gone) {
                    batch.add(statement -> {
                        statement.setString(1, subject.kind().name());
                        statement.setString(2, subject.key());
                    });
                }
                batch.finish();
            }
        }
        gone.forEach(stored::remove);
        return gone.size();
    }

    private String text(List<Contribution> contributions) {
        try {
            return json.writeValueAsString(contributions);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String digest(String name, int milli, String contributions, String model) {
        return FindingRows.hash(String.join("\n", name, String.valueOf(milli), contributions, model));
    }
}
