package dev.sekisho.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.database.EarlierSchema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the migration that stores findings small makes of a filled database of the version before. */
abstract class UpgradeOfFindingsCases {
    private static final String KEPT =
            "cast(id as varchar(36)), severity_rank, code, status, subject_kind, subject_key,"
                    + " subject_name, cause, detail, evidence, third_party, connection_point, zone, organization, first_seen,"
                    + " updated_at, resolved_at, accepted_until, accepted_reason, accepted_by, accepted_severity,"
                    + " accepted_scope, reopened_because";
    private static final String COLUMNS = "id, severity, severity_rank, status, cause, resolved_at, accepted_until,"
            + " accepted_reason, accepted_by, accepted_severity, accepted_scope, reopened_because, content_digest, code,"
            + " subject_kind, subject_key, subject_name, detail, evidence, third_party, connection_point, zone,"
            + " organization, first_seen, updated_at";
    private static final String ALIKE =
            "'d', 'NET-06', 'CONNECTION_POINT', 'c', '取引先', 'D\n1', '{\"a\":\"b\"}', 't', 'c',"
                    + " null, 'o', timestamp with time zone '2026-01-02 03:04:05.678901+00',"
                    + " timestamp with time zone '2026-02-02 03:04:05.678901+00')";

    private final EarlierSchema schema = new EarlierSchema("small");

    private List<String> before;
    private List<String> scores;

    @BeforeEach
    void fillTheVersionBefore() throws SQLException {
        schema.migrate("6");
        finding("'01a22918-ae56-7198-834a-94b3d9a39c66', 'HIGH', 2, 'OPEN', 'b', null, null, null, null, null, null,"
                + " '[\"more\"]'");
        finding("'01a22918-99fb-73d9-954b-83ca39bad194', 'MEDIUM', 1, 'ACCEPTED', '', null, date '2099-01-01', 'r',"
                + " 'who', 'MEDIUM', '{\"traffic\":[]}', null");
        finding("'01a22918-84a1-74a4-83db-e4d420c9f278', 'CRITICAL', 3, 'RESOLVED', 'c',"
                + " timestamp with time zone '2026-02-02 03:04:05.678901+00', null, null, null, null, null, null");
        schema.execute(
                "insert into ~.score (subject_kind, subject_key, subject_name, milli_points, low_milli, high_milli,"
                        + " contributions, model_version, as_of) values ('ZONE', 'z', 'Z', 5, 4, 6, '[]', '1',"
                        + " timestamp with time zone '2026-02-02 03:04:05+00')");
        schema.execute(
                "insert into ~.score_point (subject_kind, subject_key, on_day, milli_points, low_milli, high_milli,"
                        + " model_version) values ('ZONE', 'z', date '2026-02-01', 5, 4, 6, '1'),"
                        + " ('ZONE', 'z', date '2026-02-02', 6, 4, 6, '1')");
        before = schema.rows("select " + KEPT + " from ~.finding order by id");
        scores = scores();
        schema.migrate("7");
    }

    @AfterEach
    void drop() throws SQLException {
        schema.drop();
    }

    @Test
    void losesNothing() throws SQLException {
        assertThat(before).hasSize(3);
        assertThat(schema.rows("select " + KEPT + " from ~.finding order by id"))
                .isEqualTo(before);
        assertThat(scores()).isEqualTo(scores).hasSize(3);
    }

    /** Lists go on in the order there was. */
    @Test
    void numbersThemInTheOrderOfTheirIds() throws SQLException {
        assertThat(schema.rows("select number from ~.finding order by id")).containsExactly("2", "4", "6");
    }

    @Test
    void countsThemAsPublished() throws SQLException {
        for (String table : List.of("finding", "score", "score_point")) {
            assertThat(schema.rows("select distinct from_revision, to_revision from ~." + table))
                    .containsExactly("1, 2147483647");
        }
        assertThat(schema.rows("select revision from ~.publication where not unfinished"))
                .containsExactly("1");
    }

    private List<String> scores() throws SQLException {
        List<String> all =
                new ArrayList<>(schema.rows("select subject_kind, subject_key, subject_name, milli_points, low_milli,"
                        + " high_milli, contributions, model_version, as_of from ~.score"));
        all.addAll(schema.rows(
                "select subject_kind, subject_key, on_day, milli_points, low_milli, high_milli, model_version"
                        + " from ~.score_point order by on_day"));
        return all;
    }

    private void finding(String own) throws SQLException {
        schema.execute("insert into ~.finding (" + COLUMNS + ") values (" + own + ", " + ALIKE);
    }
}
