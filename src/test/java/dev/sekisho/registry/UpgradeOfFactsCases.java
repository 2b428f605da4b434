package dev.sekisho.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.database.EarlierSchema;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What was registered before there were data holdings, retiring zones and shared logins is there as it was, and states none of them. */
abstract class UpgradeOfFactsCases {
    private static final String COMMON = "object_key, key_folded, name, version, created_at, updated_at";

    @Test
    void keepsWhatWasRegisteredAndStatesNothingNew() throws SQLException {
        var schema = new EarlierSchema("facts");
        try {
            schema.migrate("9");
            register(schema);

            schema.migrate("10");

            assertThat(schema.rows(
                            "select object_key, organization, criticality, egress, state from ~.zone order by 1"))
                    .containsExactly("inner, o, null, null, null", "outer, o, 70, PARTIAL, null");
            assertThat(schema.rows("select object_key, version, third_party, zone_key, privileged, firewall_state,"
                            + " inspected_on, state, credential_group, identity_provider, segmentation_tested_on"
                            + " from ~.connection_point"))
                    .hasSize(1)
                    .first()
                    .asString()
                    .matches("(?i)line, 7, t, outer, (false|f), VERIFIED, 2026-01-01, ACTIVE, null, null, null");
            assertThat(schema.rows("select object_key, from_zone, to_zone, reviewed_on, segmentation_tested_on"
                            + " from ~.zone_link"))
                    .containsExactly("way, outer, inner, 2026-02-02, null");
            assertThat(schema.rows("select object_key, product, zone_key, data_holding from ~.installation"))
                    .containsExactly("i, p, inner, null");
            assertThat(schema.text("select count(*) from ~.data_holding")).isEqualTo("0");
        } finally {
            schema.drop();
        }
    }

    private static void register(EarlierSchema schema) throws SQLException {
        insert(schema, "organization", "", "o", "");
        insert(schema, "third_party", ", kind", "t", ", 'MSP'");
        insert(schema, "software_product", "", "p", "");
        insert(schema, "zone", ", organization, criticality, egress", "outer", ", 'o', 70, 'PARTIAL'");
        insert(schema, "zone", ", organization", "inner", ", 'o'");
        insert(
                schema,
                "connection_point",
                ", third_party, zone_key, privileged, firewall_stated, firewall_state, inspected_on, state",
                "line",
                ", 't', 'outer', false, true, 'VERIFIED', date '2026-01-01', 'ACTIVE'");
        insert(
                schema,
                "zone_link",
                ", from_zone, to_zone, firewall_stated, reviewed_on",
                "way",
                ", 'outer', 'inner', true, date '2026-02-02'");
        insert(
                schema,
                "installation",
                ", product, zone_key, use_state_since, version_recorded_on",
                "i",
                ", 'p', 'inner', date '2026-01-01', date '2026-01-01'");
    }

    private static void insert(EarlierSchema schema, String table, String columns, String key, String values)
            throws SQLException {
        schema.execute("insert into ~." + table + " (" + COMMON + columns + ") values ('" + key + "', '" + key + "', '"
                + key + "', 7, current_timestamp, current_timestamp" + values + ")");
    }
}
