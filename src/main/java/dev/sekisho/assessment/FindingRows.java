package dev.sekisho.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sekisho.registry.Chunks;
import dev.sekisho.registry.field.UuidV7;
import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.assessment.Difference;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.Finding.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of findings. A finding is the same from day to day by what it is about, its rule and its cause. Nothing is
 * remembered from one record to the next: what is stored about the subjects of a difference is read.
 */
@ApplicationScoped
class FindingRows {
    private static final String OPEN = "OPEN";

    private final ObjectMapper json;
    private final Clock clock;
    private final Acceptances acceptances;

    FindingRows(ObjectMapper json, Clock clock, Acceptances acceptances) {
        this.json = json;
        this.clock = clock;
        this.acceptances = acceptances;
    }

    /** A row: its id, the digest of what it says, and where it stands. */
    private record Stored(String id, String digest, String status) {
        boolean present() {
            return !status.equals("RESOLVED");
        }

        boolean accepted() {
            return status.equals("ACCEPTED");
        }
    }

    /** Writes what changed since the assessment before, or against everything stored; tells how many rows. */
    int record(Pen pen, Assessment next, @Nullable Assessment before, LocalDate day, Instant at) throws SQLException {
        Difference difference = before == null ? null : next.difference().orElse(null);
        int written = difference == null ? recordAll(pen, next, at) : recordDifference(pen, next, difference, at);
        return written + expire(pen, day, at);
    }

    private int recordDifference(Pen pen, Assessment next, Difference difference, Instant at) throws SQLException {
        Map<Identity, Finding> come = identified(difference.come().stream());
        Map<Identity, Finding> gone = identified(difference.gone().stream());
        Map<Identity, Stored> stored = about(pen, List.of(come.keySet(), gone.keySet()));
        return write(pen, next.estate(), come, stored, at)
                + acceptances.check(pen, next, accepted(come, stored), at)
                + resolve(pen, gone.keySet(), come.keySet(), stored, at);
    }

    /** Compares while it reads: what is stored about a large estate takes as much memory as the estate itself. */
    private int recordAll(Pen pen, Assessment next, Instant at) throws SQLException {
        var left = new FoundByIdentity(next.findingGroups().flatMap(List::stream));
        var accepted = new HashMap<String, Finding>();
        try (Pen.Batch inserts = pen.batch(INSERT);
                Pen.Batch updates = pen.batch(UPDATE);
                Pen.Batch resolved = pen.batch(RESOLVE);
                PreparedStatement select = pen.statement(SELECT)) {
            select.setFetchSize(5000);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Stored known = stored(rows);
                    Finding finding = left.take(identity(rows)).orElse(null);
                    if (finding != null) {
                        put(inserts, updates, row(next.estate(), finding), known, at);
                        note(accepted, known, finding);
                    } else if (known.present()) {
                        resolved.add(statement -> resolve(statement, known, at));
                    }
                }
            }
            for (Finding finding : left.rest()) {
                put(inserts, updates, row(next.estate(), finding), null, at);
            }
            return inserts.finish() + updates.finish() + resolved.finish() + acceptances.check(pen, next, accepted, at);
        }
    }

    private static Map<Identity, Finding> identified(Stream<List<Finding>> groups) {
        var found = new LinkedHashMap<Identity, Finding>();
        groups.flatMap(List::stream).forEach(finding -> found.put(finding.identity(), finding));
        return found;
    }

    private static Map<String, Finding> accepted(Map<Identity, Finding> current, Map<Identity, Stored> stored) {
        var accepted = new HashMap<String, Finding>();
        current.forEach((identity, finding) -> {
            Stored known = stored.get(identity);
            if (known != null) {
                note(accepted, known, finding);
            }
        });
        return accepted;
    }

    private static void note(Map<String, Finding> accepted, Stored known, Finding finding) {
        if (known.accepted()) {
            accepted.put(known.id(), finding);
        }
    }

    private static final String SELECT =
            "select subject_kind, subject_key, code, cause, id, content_digest, status from finding";

    private static Map<Identity, Stored> about(Pen pen, List<Set<Identity>> identities) throws SQLException {
        var keys = new EnumMap<Subject.Kind, SortedSet<String>>(Subject.Kind.class);
        identities.forEach(some ->
                some.forEach(identity -> keys.computeIfAbsent(identity.subject().kind(), any -> new TreeSet<>())
                        .add(identity.subject().key())));
        var stored = new HashMap<Identity, Stored>();
        String several = SELECT + " where subject_kind = ? and subject_key in (?" + ", ?".repeat(Chunks.SIZE - 1) + ")";
        try (PreparedStatement select = pen.statement(several)) {
            for (Map.Entry<Subject.Kind, SortedSet<String>> entry : keys.entrySet()) {
                select.setString(1, entry.getKey().name());
                for (List<String> chunk : Chunks.of(entry.getValue())) {
                    for (int i = 0; i < Chunks.SIZE; i++) {
                        select.setString(2 + i, chunk.get(Math.min(i, chunk.size() - 1)));
                    }
                    read(select, stored);
                }
            }
        }
        return stored;
    }

    private static void read(PreparedStatement select, Map<Identity, Stored> into) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                into.put(identity(rows), stored(rows));
            }
        }
    }

    private static Identity identity(ResultSet row) throws SQLException {
        var subject = new Subject(Subject.Kind.valueOf(row.getString(1)), row.getString(2));
        return new Identity(subject, row.getString(3), row.getString(4));
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(row.getString(5), row.getString(6), row.getString(7));
    }

    private int write(Pen pen, Estate estate, Map<Identity, Finding> current, Map<Identity, Stored> stored, Instant at)
            throws SQLException {
        try (Pen.Batch inserts = pen.batch(INSERT);
                Pen.Batch updates = pen.batch(UPDATE)) {
            for (Map.Entry<Identity, Finding> entry : current.entrySet()) {
                put(inserts, updates, row(estate, entry.getValue()), stored.get(entry.getKey()), at);
            }
            return inserts.finish() + updates.finish();
        }
    }

    private void put(Pen.Batch inserts, Pen.Batch updates, Row row, @Nullable Stored known, Instant at)
            throws SQLException {
        if (known == null) {
            inserts.add(statement -> insert(statement, row, at));
        } else if (!known.present() || !known.digest().equals(row.digest())) {
            updates.add(statement -> update(statement, known, row, at));
        }
    }

    private record Row(Finding finding, String name, String evidence, String digest) {}

    private Row row(Estate estate, Finding finding) {
        String evidence = text(finding.evidence());
        String name = Names.of(estate, finding.subject());
        return new Row(
                finding,
                name,
                evidence,
                hash(String.join(
                        "\n",
                        finding.severity().name(),
                        name,
                        finding.detail(),
                        evidence,
                        String.valueOf(finding.thirdParty()),
                        String.valueOf(finding.connectionPoint()),
                        String.valueOf(finding.zone()),
                        String.valueOf(finding.organization()))));
    }

    private static final String INSERT = "insert into finding (severity, severity_rank, subject_name, detail, evidence,"
            + " third_party, connection_point, zone, organization, content_digest, status, updated_at, id,"
            + " code, subject_kind, subject_key, cause, first_seen)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** One that was resolved opens again. */
    private static final String UPDATE =
            "update finding set severity = ?, severity_rank = ?, subject_name = ?, detail = ?,"
                    + " evidence = ?, third_party = ?, connection_point = ?, zone = ?, organization = ?, content_digest = ?,"
                    + " status = case when status = 'RESOLVED' then ? else status end, updated_at = ?, resolved_at = null"
                    + " where id = ?";

    private void insert(PreparedStatement statement, Row row, Instant at) throws SQLException {
        Finding finding = row.finding();
        int next = content(statement, row, at);
        statement.setString(next++, UuidV7.next(clock));
        statement.setString(next++, finding.code());
        statement.setString(next++, finding.subject().kind().name());
        statement.setString(next++, finding.subject().key());
        statement.setString(next++, finding.cause());
        statement.setObject(next, at.atOffset(ZoneOffset.UTC));
    }

    private static void update(PreparedStatement statement, Stored known, Row row, Instant at) throws SQLException {
        statement.setString(content(statement, row, at), known.id());
    }

    private static int content(PreparedStatement statement, Row row, Instant at) throws SQLException {
        Finding finding = row.finding();
        int next = 1;
        statement.setString(next++, finding.severity().name());
        statement.setInt(next++, finding.severity().ordinal());
        statement.setString(next++, row.name());
        statement.setString(next++, finding.detail());
        statement.setString(next++, row.evidence());
        statement.setString(next++, finding.thirdParty());
        statement.setString(next++, finding.connectionPoint());
        statement.setString(next++, finding.zone());
        statement.setString(next++, finding.organization());
        statement.setString(next++, row.digest());
        statement.setString(next++, OPEN);
        statement.setObject(next++, at.atOffset(ZoneOffset.UTC));
        return next;
    }

    private static int resolve(
            Pen pen, Set<Identity> gone, Set<Identity> still, Map<Identity, Stored> stored, Instant at)
            throws SQLException {
        try (Pen.Batch batch = pen.batch(RESOLVE)) {
            for (Identity identity : gone) {
                Stored known = stored.get(identity);
                if (known != null && known.present() && !still.contains(identity)) {
                    batch.add(statement -> resolve(statement, known, at));
                }
            }
            return batch.finish();
        }
    }

    private static final String RESOLVE =
            "update finding set status = 'RESOLVED', resolved_at = ?, updated_at = ?, reopened_because = null where id = ?";

    private static void resolve(PreparedStatement statement, Stored known, Instant at) throws SQLException {
        statement.setObject(1, at.atOffset(ZoneOffset.UTC));
        statement.setObject(2, at.atOffset(ZoneOffset.UTC));
        statement.setString(3, known.id());
    }

    /** An acceptance ends with its last day. */
    private static int expire(Pen pen, LocalDate day, Instant at) throws SQLException {
        try (PreparedStatement expire = pen.statement(
                "update finding set status = 'OPEN', updated_at = ? where status = 'ACCEPTED' and accepted_until < ?")) {
            expire.setObject(1, at.atOffset(ZoneOffset.UTC));
            expire.setObject(2, day);
            return expire.executeUpdate();
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
