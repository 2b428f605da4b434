package dev.sekisho.assessment;

import dev.sekisho.registry.Chunks;
import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.Finding.Identity;
import dev.sekisho.web.list.FoldedText;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** The statements on the table of findings. */
final class FindingTable {
    private static final String CONTENT =
            "severity_rank, subject_name, detail, evidence, third_party, connection_point, zone, organization, subject_folded";

    private static final String REST = "updated_at, status, id, code, subject_kind, subject_key, cause, first_seen,"
            + " resolved_at, accepted_until, accepted_reason, accepted_by, accepted_severity, accepted_scope,"
            + " reopened_because";

    private static final String SELECT =
            "select number, subject_kind, subject_key, code, cause, status, " + CONTENT + " from finding where ";

    private static final String INSERT = "insert into finding (" + CONTENT + ", updated_at, status, id, code,"
            + " subject_kind, subject_key, cause, first_seen, number, from_revision, to_revision)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?, ?, ?, ?, ?, ?, ?, " + Published.FOR_GOOD + ")";

    private static final String COPY = "insert into finding (number, from_revision, to_revision, " + CONTENT + ", "
            + REST
            + ") select cast(? as integer), cast(? as integer), " + Published.FOR_GOOD + ", " + CONTENT + ", " + REST
            + " from finding where number = ?";

    private static final String CLOSE = "update finding set to_revision = ? where number = ?";

    /** One that was resolved opens again. */
    private static final String UPDATE = "update finding set severity_rank = ?, subject_name = ?, detail = ?,"
            + " evidence = ?, third_party = ?, connection_point = ?, zone = ?, organization = ?, subject_folded = ?, updated_at = ?,"
            + " status = case when status = 'RESOLVED' then 'OPEN' else status end, resolved_at = null"
            + " where number = ?";

    private static final String RESOLVE =
            "update finding set status = 'RESOLVED', resolved_at = ?, updated_at = ?, reopened_because = null"
                    + " where number = ?";

    private static final String EXPIRE = "update finding set status = 'OPEN', updated_at = ? where status = 'ACCEPTED'"
            + " and accepted_until < ? and to_revision = " + Published.FOR_GOOD;

    private FindingTable() {}

    /** A row: its number, the digest of what it says, and where it stands. */
    record Stored(Identity identity, int number, String digest, String status) {
        boolean present() {
            return !status.equals("RESOLVED");
        }

        boolean accepted() {
            return status.equals("ACCEPTED");
        }
    }

    /** What a row is to say. */
    record Content(Finding finding, String name, String evidence) {
        String digest() {
            return FindingTable.digest(
                    finding.severity(),
                    name,
                    finding.detail(),
                    evidence,
                    finding.thirdParty(),
                    finding.connectionPoint(),
                    finding.zone(),
                    finding.organization());
        }

        /** Sets the first parameters and tells which comes next. */
        private int set(PreparedStatement statement, Instant at) throws SQLException {
            int next = 1;
            statement.setInt(next++, finding.severity().ordinal());
            statement.setString(next++, name);
            statement.setString(next++, finding.detail());
            statement.setString(next++, evidence);
            statement.setString(next++, finding.thirdParty());
            statement.setString(next++, finding.connectionPoint());
            statement.setString(next++, finding.zone());
            statement.setString(next++, finding.organization());
            statement.setString(next++, FoldedText.stored(name));
            statement.setObject(next++, at.atOffset(ZoneOffset.UTC));
            return next;
        }
    }

    private static String digest(Object... content) {
        var text = new StringBuilder();
        for (Object part : content) {
            text.append(part).append('\n');
        }
        return FindingRows.hash(text.toString());
    }

    /** The largest number there is; zero without rows. */
    static int last(BatchWriter writer) throws SQLException {
        var last = new int[1];
        writer.read("select coalesce(max(number), 0) from finding", none -> {}, row -> last[0] = row.getInt(1));
        return last[0];
    }

    /** Some of the rows that count, after a number. */
    static List<Stored> after(BatchWriter writer, int number, int revision) throws SQLException {
        var found = new ArrayList<Stored>();
        writer.read(
                SELECT + "number > ? and from_revision <= ? and to_revision > ? order by number limit "
                        + BatchWriter.PAGE,
                select -> {
                    select.setInt(1, number);
                    select.setInt(2, revision);
                    select.setInt(3, revision);
                },
                row -> found.add(stored(row)));
        return found;
    }

    /** The rows that count about the subjects of these. */
    static Map<Identity, Stored> about(BatchWriter writer, List<Set<Identity>> identities, int revision)
            throws SQLException {
        var keys = new EnumMap<Subject.Kind, SortedSet<String>>(Subject.Kind.class);
        identities.forEach(some ->
                some.forEach(identity -> keys.computeIfAbsent(identity.subject().kind(), any -> new TreeSet<>())
                        .add(identity.subject().key())));
        var stored = new HashMap<Identity, Stored>();
        String several = SELECT + "from_revision <= ? and to_revision > ? and subject_kind = ? and subject_key in (?"
                + ", ?".repeat(Chunks.SIZE - 1) + ")";
        for (Map.Entry<Subject.Kind, SortedSet<String>> entry : keys.entrySet()) {
            for (List<String> chunk : Chunks.of(entry.getValue())) {
                writer.read(
                        several,
                        select -> {
                            select.setInt(1, revision);
                            select.setInt(2, revision);
                            select.setString(3, entry.getKey().name());
                            for (int i = 0; i < Chunks.SIZE; i++) {
                                select.setString(4 + i, chunk.get(Math.min(i, chunk.size() - 1)));
                            }
                        },
                        row -> {
                            Stored known = stored(row);
                            stored.put(known.identity(), known);
                        });
            }
        }
        return stored;
    }

    private static Stored stored(ResultSet row) throws SQLException {
        var subject = new Subject(Subject.Kind.valueOf(row.getString(2)), row.getString(3));
        String digest = digest(
                Severity.values()[row.getInt(7)],
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                row.getString(14));
        return new Stored(
                new Identity(subject, row.getString(4), row.getString(5)), row.getInt(1), digest, row.getString(6));
    }

    static void insert(BatchWriter writer, int number, String id, Content content, int revision, Instant at)
            throws SQLException {
        Finding finding = content.finding();
        writer.write(INSERT, statement -> {
            int next = content.set(statement, at);
            statement.setObject(next++, UUID.fromString(id));
            statement.setString(next++, finding.code());
            statement.setString(next++, finding.subject().kind().name());
            statement.setString(next++, finding.subject().key());
            statement.setString(next++, finding.cause());
            statement.setObject(next++, at.atOffset(ZoneOffset.UTC));
            statement.setInt(next++, number);
            statement.setInt(next, revision);
        });
    }

    /** Puts a row beside one: the same, but for the revision it counts from, until which the other counts. */
    static void replace(BatchWriter writer, int number, int beside, int revision) throws SQLException {
        writer.write(COPY, statement -> {
            statement.setInt(1, beside);
            statement.setInt(2, revision);
            statement.setInt(3, number);
        });
        close(writer, number, revision);
    }

    static void close(BatchWriter writer, int number, int revision) throws SQLException {
        writer.write(CLOSE, statement -> {
            statement.setInt(1, revision);
            statement.setInt(2, number);
        });
    }

    /** A row that does not count yet, or not for good. */
    record Left(int number, int from, int to) {}

    static List<Left> left(BatchWriter writer, int published) throws SQLException {
        var left = new ArrayList<Left>();
        writer.read(
                "select number, from_revision, to_revision from finding where from_revision > ? or to_revision < "
                        + Published.FOR_GOOD,
                select -> select.setInt(1, published),
                row -> left.add(new Left(row.getInt(1), row.getInt(2), row.getInt(3))));
        return left;
    }

    static void delete(BatchWriter writer, int number) throws SQLException {
        writer.write("delete from finding where number = ?", statement -> statement.setInt(1, number));
    }

    static void update(BatchWriter writer, int number, Content content, Instant at) throws SQLException {
        writer.write(UPDATE, statement -> statement.setInt(content.set(statement, at), number));
    }

    static void resolve(BatchWriter writer, int number, Instant at) throws SQLException {
        writer.write(RESOLVE, statement -> {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            statement.setObject(2, at.atOffset(ZoneOffset.UTC));
            statement.setInt(3, number);
        });
    }

    /** An acceptance ends with its last day. */
    static boolean expires(BatchWriter writer, LocalDate day) throws SQLException {
        var any = new boolean[1];
        writer.read(
                "select number from finding where status = 'ACCEPTED' and accepted_until < ? and to_revision = "
                        + Published.FOR_GOOD,
                select -> select.setObject(1, day),
                row -> any[0] = true);
        return any[0];
    }

    static void expire(BatchWriter writer, LocalDate day, Instant at) throws SQLException {
        writer.write(EXPIRE, statement -> {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            statement.setObject(2, day);
        });
    }
}
