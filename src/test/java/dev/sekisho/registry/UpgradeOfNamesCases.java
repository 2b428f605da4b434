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
    void theMigrationFoldsWhatAllDatabasesFoldAlike() throws SQLException {
        var schema = new EarlierSchema("names");
        try {
            schema.migrate("8");
            organization(schema, "Plain-1", "Plain ABC");
            organization(schema, "Wide-1", "三菱 ＡＢＣ");
            schema.migrate("9");

            assertThat(schema.text("select name_folded from ~.organization where object_key = 'Plain-1'"))
                    .isEqualTo("plain abc");
            assertThat(schema.text("select name_folded from ~.organization where object_key = 'Wide-1'"))
                    .isNull();
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
    void theNextStartFoldsTheRest() throws SQLException {
        String key = Api.unique();
        Api.put("organizations/" + key, "{'name': '三菱 ＡＢＣ " + key + "'}").then().statusCode(201);
        String tag = Api.get("organizations/" + key).header("ETag");
        try (Connection connection = BesideTheService.connection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update organization set name_folded = null where object_key = '" + key + "'");
        }
        assertThat(found(key, 1)).isZero();

        folding.start(new DatabaseOpened());

        assertThat(found(key, 2)).isOne();
        assertThat(Api.get("organizations/" + key).header("ETag")).isEqualTo(tag);
    }

    /** Each time asked in other words, because nothing was written that an answer remembered would know of. */
    private static int found(String key, int limit) {
        return Api.read("organizations?q=abc%20" + key + "&limit=" + limit)
                .at("/total/count")
                .asInt();
    }
}
