package dev.sekisho.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.Api;
import dev.sekisho.database.BesideTheService;
import dev.sekisho.database.DatabaseOpened;
import dev.sekisho.database.EarlierSchema;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Names that were stored before they could be searched are found as well. */
abstract class UpgradeOfNamesCases {
    @Inject
    NameFolding folding;

    @Test
    void theMigrationLeavesToTheNextStartWhatItCannotFold() throws SQLException {
        var schema = new EarlierSchema("names");
        try {
            schema.migrate("8");
            organization(schema, "Wide-1", "三菱 ＡＢＣ");
            schema.migrate("9");

            assertThat(schema.text("select name_folded from ~.organization")).isNull();
            assertThat(schema.text("select count(*) from ~.unfolded_names")).isEqualTo("13");
        } finally {
            schema.drop();
        }
    }

    private static void organization(EarlierSchema schema, String key, String name) throws SQLException {
        schema.execute(
                "insert into ~.organization (object_key, key_folded, name, version, created_at, updated_at) values ('"
                        + key + "', '" + key.toLowerCase(Locale.ROOT) + "', '" + name
                        + "', 0, current_timestamp, current_timestamp)");
    }

    @Test
    void theNextStartFoldsThemOnce() throws SQLException {
        String key = Api.unique();
        Api.put("organizations/" + key, "{'name': '三菱 ＡＢＣ " + key + "'}").then().statusCode(201);
        Api.put("organizations/" + key + "plain", "{'name': 'Plain ABC " + key + "'}")
                .then()
                .statusCode(201);
        String tag = Api.get("organizations/" + key).header("ETag");
        assertThat(scored(key, 1)).isEqualTo(2);
        execute("update organization set name_folded = null");
        execute("update score set subject_folded = null");
        assertThat(found(key, 1)).isOne();
        execute("insert into unfolded_names values ('organization', 'object_key', 'name', 'name_folded'),"
                + " ('score', 'subject_kind,subject_key,from_revision', 'subject_name', 'subject_folded')");

        folding.start(new DatabaseOpened());

        assertThat(found(key, 2)).isEqualTo(2);
        assertThat(scored(key, 2)).isEqualTo(2);
        assertThat(Api.get("organizations/" + key).header("ETag")).isEqualTo(tag);
        execute("update organization set name_folded = null where object_key = '" + key + "'");
        folding.start(new DatabaseOpened());
        assertThat(found(key, 3)).isOne();
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = BesideTheService.connection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static int scored(String key, int limit) {
        return Api.read("risk-scores?subject=ORGANIZATION&q=abc%20" + key + "&limit=" + limit)
                .at("/total/count")
                .asInt();
    }

    /** Each time asked in other words, because nothing was written that an answer remembered would know of. */
    private static int found(String key, int limit) {
        return Api.read("organizations?q=abc%20" + key + "&limit=" + limit)
                .at("/total/count")
                .asInt();
    }
}
