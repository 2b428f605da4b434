package dev.sekisho.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sekisho.risk.Assessment;
import dev.sekisho.risk.Difference;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.rule.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of findings, told apart by what makes a finding the same from day to day. */
@ApplicationScoped
class FindingRows {
    private static final String OPEN = "OPEN";
    private static final int BATCH = 500;

    private final ObjectMapper json;
    private final Map<String, Stored> stored = new HashMap<>();
    private final OrderedIds ids = new OrderedIds();

    FindingRows(ObjectMapper json) {
        this.json = json;
    }

    /** A row: its id, the digest of what it says, and whether its cause is there. */
    private record Stored(String id, String digest, boolean present) {}

    void load(Connection connection) throws SQLException {
        stored.clear();
        try (PreparedStatement select =
                connection.prepareStatement("select identity_hash, id, content_digest, status from finding")) {
            select.setFetchSize(5000);
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                boolean present = !rows.getString(4).equals("RESOLVED");
                stored.put(rows.getString(1), new Stored(rows.getString(2), rows.getString(3), present));
            }
        }
    }

    /** Writes what changed since the assessment before, or against everything stored; tells how many rows. */
    int record(Connection connection, Assessment next, @Nullable Assessment before, LocalDate day, Instant at)
            throws SQLException {
        Optional<Difference> difference = before == null ? Optional.empty() : next.difference();
        var current = new LinkedHashMap<String, Finding>();
        difference.map(Difference::come).orElseGet(() -> List.of(next.findings())).stream()
                .flatMap(List::stream)
                .forEach(finding -> current.put(finding.identity(), finding));
        var gone = new TreeSet<String>();
        difference.ifPresentOrElse(
                known -> known.gone().stream()
                        .flatMap(List::stream)
                        .forEach(finding -> gone.add(hash(finding.identity()))),
                () -> gone.addAll(presentHashes()));
        int written = write(connection, next.estate(), current, gone, at);
        return written + resolve(connection, gone, at) + expire(connection, day, at);
    }

    private Set<String> presentHashes() {
        return stored.entrySet().stream()
                .filter(row -> row.getValue().present())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private int write(Connection connection, Estate estate, Map<String, Finding> current, Set<String> gone, Instant at)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement update = connection.prepareStatement(UPDATE)) {
            var inserts = new Batch(insert);
            var updates = new Batch(update);
            for (Finding finding : current.values()) {
                String hash = hash(finding.identity());
                gone.remove(hash);
                Row row = row(estate, finding);
                Stored known = stored.get(hash);
                if (known == null) {
                    inserts.add(statement -> insert(statement, hash, row, at));
                } else if (!known.present() || !known.digest().equals(row.digest())) {
                    updates.add(statement -> update(statement, known, row, at));
                }
                stored.put(hash, new Stored(known == null ? row.id() : known.id(), row.digest(), true));
            }
            return inserts.finish() + updates.finish();
        }
    }

    private record Row(String id, Finding finding, String name, String evidence, String digest) {}

    private Row row(Estate estate, Finding finding) {
        String evidence = text(finding.evidence());
        String name = Names.of(estate, finding.subject());
        return new Row(
                ids.next(),
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
            + " identity_hash, code, subject_kind, subject_key, cause, first_seen)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** A finding that was accepted stays so while its cause lasts; one that was resolved opens again. */
    private static final String UPDATE =
            "update finding set severity = ?, severity_rank = ?, subject_name = ?, detail = ?,"
                    + " evidence = ?, third_party = ?, connection_point = ?, zone = ?, organization = ?, content_digest = ?,"
                    + " status = case when status = 'RESOLVED' then ? else status end, updated_at = ?, resolved_at = null"
                    + " where id = ?";

    private static void insert(PreparedStatement statement, String hash, Row row, Instant at) throws SQLException {
        Finding finding = row.finding();
        int next = content(statement, row, at);
        statement.setString(next++, row.id());
        statement.setString(next++, hash);
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

    private int resolve(Connection connection, Set<String> gone, Instant at) throws SQLException {
        try (PreparedStatement resolve = connection.prepareStatement(
                "update finding set status = 'RESOLVED', resolved_at = ?, updated_at = ? where id = ?")) {
            var batch = new Batch(resolve);
            for (String hash : gone) {
                Stored known = stored.get(hash);
                if (known != null && known.present()) {
                    batch.add(statement -> {
                        statement.setObject(1, at.atOffset(ZoneOffset.UTC));
                        statement.setObject(2, at.atOffset(ZoneOffset.UTC));
                        statement.setString(3, known.id());
                    });
                    stored.put(hash, new Stored(known.id(), known.digest(), false));
                }
            }
            return batch.finish();
        }
    }

    /** An acceptance ends with its last day. */
    private static int expire(Connection connection, LocalDate day, Instant at) throws SQLException {
        try (PreparedStatement expire = connection.prepareStatement(
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

    /** Sends statements in batches. */
    static final class Batch {
        private final PreparedStatement statement;
        private int waiting;
        private int sent;

        Batch(PreparedStatement statement) {
            this.statement = statement;
        }

        /** Sets the parameters of one statement. */
        interface Parameters {
            void set(PreparedStatement statement) throws SQLException;
        }

        void add(Parameters parameters) throws SQLException {
            parameters.set(statement);
            statement.addBatch();
            if (++waiting == BATCH) {
                send();
            }
        }

        int finish() throws SQLException {
            if (waiting > 0) {
                send();
            }
            return sent;
        }

        private void send() throws SQLException {
            statement.executeBatch();
            sent += waiting;
            waiting = 0;
        }
    }
}
