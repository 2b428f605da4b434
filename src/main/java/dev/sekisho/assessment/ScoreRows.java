package dev.sekisho.assessment;

import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.assessment.Assessment.Rescored;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.score.Score;
import dev.sekisho.web.list.FoldedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of scores and of their history, one point a day. */
@ApplicationScoped
class ScoreRows {
    private static final String FIGURES = "milli_points, low_milli, high_milli, model_version";
    private static final String CONTENT = "subject_name, digest, as_of, subject_folded, whole_milli, " + FIGURES;

    private static final String INSERT = "insert into score (" + CONTENT + ", subject_kind, subject_key, from_revision,"
            + " to_revision) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, " + Published.FOR_GOOD + ")";
    private static final String UPDATE =
            "update score set subject_name = ?, digest = ?, as_of = ?, subject_folded = ?, whole_milli = ?,"
                    + " milli_points = ?, low_milli = ?, high_milli = ?, model_version = ?"
                    + " where subject_kind = ? and subject_key = ?";
    private static final String INSERT_POINT = "insert into score_point (" + FIGURES + ", subject_kind, subject_key,"
            + " on_day, from_revision, to_revision) values (?, ?, ?, ?, ?, ?, ?, ?, " + Published.FOR_GOOD + ")";
    private static final String UPDATE_POINT = "update score_point set milli_points = ?, low_milli = ?, high_milli = ?,"
            + " model_version = ? where subject_kind = ? and subject_key = ? and on_day = ?";

    private static final String OF_SUBJECT = " where subject_kind = ? and subject_key = ?";
    private static final String CLOSE =
            "update score set to_revision = ?" + OF_SUBJECT + " and to_revision = " + Published.FOR_GOOD;
    private static final String CLOSE_POINTS =
            "update score_point set to_revision = ?" + OF_SUBJECT + " and to_revision = " + Published.FOR_GOOD;
    private static final String CLOSE_POINT = CLOSE_POINTS + " and on_day = ?";

    private final Map<Subject, Stored> stored = new HashMap<>();

    /**
     * A row.
     *
     * @param digest of all that is told of it
     * @param lastPoint the day of the newest point of its history
     */
    private record Stored(Value value, String digest, LocalDate lastPoint) {}

    /** What a point of the history says; the same number under other weights is another figure. */
    private record Value(int milli, int low, int high, String model) {
        static Value of(Score score, String model) {
            return new Value(score.milliPoints(), score.lowMilli(), score.highMilli(), model);
        }
    }

    void load(BatchWriter writer) throws SQLException {
        stored.clear();
        writer.read(
                "select s.subject_kind, s.subject_key, s.digest, s.milli_points, s.low_milli, s.high_milli,"
                        + " s.model_version, (select max(p.on_day) from score_point p"
                        + " where p.subject_kind = s.subject_kind and p.subject_key = s.subject_key) from score s",
                none -> {},
                row -> {
                    var subject = new Subject(Subject.Kind.valueOf(row.getString(1)), row.getString(2));
                    LocalDate lastPoint = row.getObject(8, LocalDate.class);
                    stored.put(
                            subject,
                            new Stored(
                                    new Value(row.getInt(4), row.getInt(5), row.getInt(6), row.getString(7)),
                                    row.getString(3),
                                    lastPoint == null ? LocalDate.MIN : lastPoint));
                });
    }

    /** Writes what changed and tells which subjects have rows that were replaced. */
    List<Subject> record(
            BatchWriter writer,
            Edition edition,
            Assessment next,
            @Nullable Assessment before,
            LocalDate day,
            Instant at)
            throws SQLException {
        Optional<Rescored> rescored = before == null ? Optional.empty() : next.rescored();
        Map<Subject, Score> now = rescored.map(Rescored::changed).orElseGet(next::scores);
        var writing = new Record(writer, edition, next.model().version(), day, at);
        for (Map.Entry<Subject, Score> entry : now.entrySet()) {
            writing.write(entry.getKey(), SubjectNames.of(next.estate(), entry.getKey()), entry.getValue());
        }
        for (Subject gone : rescored.map(Rescored::gone).orElseGet(() -> storedBeside(now.keySet()))) {
            writing.forget(gone);
        }
        writer.finish();
        return writing.replaced;
    }

    /** One record. */
    private final class Record {
        private final List<Subject> replaced = new ArrayList<>();
        private final BatchWriter writer;
        private final Edition edition;
        private final String model;
        private final LocalDate day;
        private final Instant at;

        Record(BatchWriter writer, Edition edition, String model, LocalDate day, Instant at) {
            this.writer = writer;
            this.edition = edition;
            this.model = model;
            this.day = day;
            this.at = at;
        }

        void write(Subject subject, String name, Score score) throws SQLException {
            String digest = digest(name, score, model);
            Stored known = stored.get(subject);
            Value value = Value.of(score, model);
            boolean samePoint = known != null && known.value().equals(value);
            if (known != null && samePoint && known.digest().equals(digest)) {
                return;
            }
            boolean inPlace = known != null && !edition.beside();
            if (known != null && edition.beside()) {
                replaced.add(subject);
                writer.write(CLOSE, statement -> {
                    statement.setInt(1, edition.revision());
                    about(statement, 2, subject);
                });
            }
            writer.write(inPlace ? UPDATE : INSERT, statement -> {
                statement.setString(1, name);
                statement.setString(2, digest);
                statement.setObject(3, at.atOffset(ZoneOffset.UTC));
                statement.setString(4, FoldedText.stored(name));
                statement.setInt(5, score.wholeMilli());
                int revision = figures(statement, 6, subject, score);
                if (!inPlace) {
                    statement.setInt(revision, edition.revision());
                }
            });
            LocalDate lastPoint = known == null ? LocalDate.MIN : known.lastPoint();
            if (!samePoint) {
                writePoint(subject, score, lastPoint.equals(day));
                lastPoint = day;
            }
            stored.put(subject, new Stored(value, digest, lastPoint));
        }

        private void writePoint(Subject subject, Score score, boolean again) throws SQLException {
            boolean inPlace = again && !edition.beside();
            if (again && edition.beside()) {
                writer.write(CLOSE_POINT, statement -> {
                    statement.setInt(1, edition.revision());
                    statement.setObject(about(statement, 2, subject), day);
                });
            }
            writer.write(inPlace ? UPDATE_POINT : INSERT_POINT, statement -> {
                int onDay = figures(statement, 1, subject, score);
                statement.setObject(onDay, day);
                if (!inPlace) {
                    statement.setInt(onDay + 1, edition.revision());
                }
            });
        }

        private int figures(PreparedStatement statement, int from, Subject subject, Score score) throws SQLException {
            statement.setInt(from, score.milliPoints());
            statement.setInt(from + 1, score.lowMilli());
            statement.setInt(from + 2, score.highMilli());
            statement.setString(from + 3, model);
            return about(statement, from + 4, subject);
        }

        /** Scores of what is registered no more go; their history goes with them. */
        void forget(Subject gone) throws SQLException {
            stored.remove(gone);
            if (!edition.beside()) {
                writer.write("delete from score" + OF_SUBJECT, statement -> about(statement, 1, gone));
                writer.write("delete from score_point" + OF_SUBJECT, statement -> about(statement, 1, gone));
                return;
            }
            replaced.add(gone);
            for (String close : List.of(CLOSE, CLOSE_POINTS)) {
                writer.write(close, statement -> {
                    statement.setInt(1, edition.revision());
                    about(statement, 2, gone);
                });
            }
        }
    }

    private static int about(PreparedStatement statement, int from, Subject subject) throws SQLException {
        statement.setString(from, subject.kind().name());
        statement.setString(from + 1, subject.key());
        return from + 2;
    }

    /** Deletes the rows about these subjects that count no more. */
    static void sweep(BatchWriter writer, List<Subject> replaced, int revision) throws SQLException {
        for (Subject subject : replaced) {
            for (String table : List.of("score", "score_point")) {
                writer.write("delete from " + table + OF_SUBJECT + " and to_revision <= ?", statement -> {
                    statement.setInt(about(statement, 1, subject), revision);
                });
            }
        }
    }

    /** Brings all rows to what is published, whatever was begun and not ended. */
    static void recover(BatchWriter writer, int published) throws SQLException {
        for (String table : List.of("score", "score_point")) {
            var subjects = new LinkedHashSet<Subject>();
            writer.read(
                    "select distinct subject_kind, subject_key from " + table
                            + " where from_revision > ? or to_revision < " + Published.FOR_GOOD,
                    select -> select.setInt(1, published),
                    row -> subjects.add(new Subject(Subject.Kind.valueOf(row.getString(1)), row.getString(2))));
            for (Subject subject : subjects) {
                writer.write(
                        "delete from " + table + OF_SUBJECT + " and (from_revision > ? or to_revision <= ?)",
                        statement -> {
                            int next = about(statement, 1, subject);
                            statement.setInt(next, published);
                            statement.setInt(next + 1, published);
                        });
                writer.write(
                        "update " + table + " set to_revision = " + Published.FOR_GOOD + OF_SUBJECT,
                        statement -> about(statement, 1, subject));
            }
            writer.finish();
        }
    }

    private List<Subject> storedBeside(Set<Subject> present) {
        return stored.keySet().stream()
                .filter(subject -> !present.contains(subject))
                .toList();
    }

    /** Changes with whatever is told of a score. */
    private static String digest(String name, Score score, String model) {
        return FindingRows.hash(String.join(
                "\n",
                name,
                String.valueOf(score.wholeMilli()),
                score.contributions().toString(),
                model));
    }
}
