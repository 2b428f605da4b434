package dev.sekisho.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.database.EarlierSchema;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the migration that keeps sources apart makes of a filled database of the version before. */
abstract class UpgradeOfSourcesCases {
    private static final String LISTED = "{\"byFeed\":{\"KEV\":{\"id\":\"%s\",\"aliases\":[],\"affected\":[]}}}";
    private static final String SPEAKS_OF_IT = "{\"byFeed\":{\"CVE\":{\"id\":\"%s\",\"aliases\":[],\"description\":"
            + "\"in the \\\"KEV\\\":{ of CISA\",\"affected\":[]}}}";

    private final EarlierSchema schema = new EarlierSchema("sources");

    @BeforeEach
    void fillTheVersionBefore() throws SQLException {
        schema.migrate("5");
        advisory("CVE-2020-0001", "CVE-2020-0001", LISTED);
        advisory("CVE-2020-0002", "CVE-2020-0002", LISTED);
        advisory("own-of-the-second", "CVE-2020-0002", LISTED);
        advisory("GHSA-2020-aaaa-bbbb", "CVE-2020-0003", LISTED);
        advisory("CVE-2020-0004", "CVE-2020-0004", SPEAKS_OF_IT);
        advisory("CVE-2020-0005", "CVE-2020-0005", null);
        advisory("own-without-a-cve", null, null);
        schema.execute(
                "insert into ~.feed (name, sha256, record_count, change_count, skipped_count) values ('kev', 'x', 4, 4, 0)");
        schema.migrate("6");
    }

    @AfterEach
    void drop() throws SQLException {
        schema.drop();
    }

    @Test
    void countsWhatWasListedAsOlderThanAnyCatalogue() throws SQLException {
        var listed = new TreeMap<String, Instant>();
        schema.each("select cve, listed_at from ~.kev_entry", rows -> {
            listed.put(
                    rows.getString(1), rows.getObject(2, OffsetDateTime.class).toInstant());
        });

        assertThat(listed).containsOnlyKeys("CVE-2020-0001", "CVE-2020-0002", "CVE-2020-0003");
        assertThat(listed.values()).containsOnly(Instant.EPOCH);
        assertThat(schema.text("select count(*) from ~.kev_release")).isEqualTo("0");
    }

    @Test
    void namesTheVulnerabilityOfEachAdvisory() throws SQLException {
        assertThat(vulnerability("CVE-2020-0001")).isEqualTo("CVE-2020-0001");
        assertThat(vulnerability("own-of-the-second")).isEqualTo("CVE-2020-0002");
        assertThat(vulnerability("GHSA-2020-aaaa-bbbb")).isEqualTo("CVE-2020-0003");
        assertThat(vulnerability("own-without-a-cve")).isEqualTo("own-without-a-cve");
    }

    @Test
    void leavesToTheFirstStartWhatPersonsWroteAndToTheNextReleaseItsDate() throws SQLException {
        assertThat(schema.text("select count(*) from ~.advisory where own is null and own_at is null and not shared"))
                .isEqualTo("7");
        assertThat(schema.text(
                        "select count(*) from ~.feed where released_at is null and older_count = 0 and notes is null"))
                .isEqualTo("1");
        assertThat(schema.text("select statements from ~.advisory where object_key = 'CVE-2020-0001'"))
                .isEqualTo(LISTED.formatted("CVE-2020-0001"));
    }

    private String vulnerability(String key) throws SQLException {
        return schema.text("select vulnerability from ~.advisory where object_key = '" + key + "'");
    }

    private void advisory(String key, String cve, String statements) throws SQLException {
        schema.execute(
                "insert into ~.advisory (object_key, key_folded, name, version, created_at, updated_at, recorded_on, cve,"
                        + " statements) values ('" + key + "', '" + key.toLowerCase(java.util.Locale.ROOT) + "', '"
                        + key
                        + "', 0, current_timestamp, current_timestamp, current_date, " + quoted(cve) + ", "
                        + quoted(statements == null ? null : statements.formatted(cve)) + ")");
    }

    private static String quoted(String text) {
        return text == null ? "null" : "'" + text + "'";
    }
}
