package dev.sekisho.change;

import static dev.sekisho.Api.caller;
import static dev.sekisho.Api.delete;
import static dev.sekisho.Api.get;
import static dev.sekisho.Api.importing;
import static dev.sekisho.Api.patch;
import static dev.sekisho.Api.post;
import static dev.sekisho.Api.put;
import static dev.sekisho.Api.read;
import static dev.sekisho.Api.tree;
import static dev.sekisho.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sekisho.Api;
import dev.sekisho.change.upgrade.FirstStart;
import dev.sekisho.collection.CollectionName;
import dev.sekisho.database.BesideTheService;
import dev.sekisho.database.Transactions;
import jakarta.enterprise.inject.spi.CDI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the change log promises, on whichever database; part of the cases of what writes into it. */
public interface ChangeCases {
    String CALLER = Api.ADMIN_KEY.split("_")[1];

    private static JsonNode changes(String key) {
        return read("organizations/" + key + "/changes");
    }

    private static List<String> each(JsonNode items, String pointer) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.at(pointer).asText())
                .toList();
    }

    private static JsonNode verified() {
        return tree(post("audit/verify", "{}").then().statusCode(200).extract().response());
    }

    private static void published(String key) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> changes(key).at("/items/0").has("revision"));
    }

    private static int execute(String sql, Object... values) throws SQLException {
        try (Connection connection = BesideTheService.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private static Object value(String sql, Object... values) throws SQLException {
        try (Connection connection = BesideTheService.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getObject(1) : "";
            }
        }
    }

    @Test
    default void tellsWhoChangedWhatWhenAndWhyAlsoOfWhatIsGone() {
        String key = unique() + "told";
        put("organizations/" + key, "{'name': 'Before'}").then().statusCode(201);
        String sent = new String("点検".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(Callers.reason(sent)).isEqualTo("点検");
        caller().header("Sekisho-Reason", "Inspected")
                .header("Content-Type", "application/merge-patch+json")
                .body("{\"name\": \"After\"}".getBytes(StandardCharsets.UTF_8))
                .patch("/api/v1/organizations/" + key)
                .then()
                .statusCode(200);
        patch("organizations/" + key, "{'name': 'After'}").then().statusCode(200);
        delete("organizations/" + key).then().statusCode(204);
        put("organizations/" + key, "{'name': 'Again'}").then().statusCode(201);
        delete("organizations/" + key).then().statusCode(204);
        published(key);

        JsonNode told = changes(key);
        assertThat(each(told.get("items"), "/operation"))
                .containsExactly("DELETED", "CREATED", "DELETED", "UPDATED", "CREATED");
        assertThat(each(told.get("items"), "/version")).containsExactly("5", "4", "3", "2", "1");
        assertThat(each(told.get("items"), "/actor")).containsOnly(CALLER);
        assertThat(told.get("lives")).hasSize(2);
        JsonNode patched = told.at("/items/3");
        assertThat(patched.get("differences").toString())
                .isEqualTo("[{\"pointer\":\"/name\",\"before\":\"Before\",\"after\":\"After\"}]");
        assertThat(patched.get("reason").asText()).isEqualTo("Inspected");
        assertThat(patched.get("source").asText()).startsWith("127.");
        assertThat(each(told.get("items"), "/id")).isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(each(read("changes?collection=organizations&key=" + key).get("items"), "/id"))
                .isEqualTo(each(told.get("items"), "/id"));
        long revision = patched.get("revision").asLong();
        assertThat(each(read("changes?limit=1000&revision=" + revision).get("items"), "/id"))
                .contains(patched.get("id").asText());
        get("organizations/" + key).then().statusCode(404);
        get("organizations/" + unique() + "never/changes").then().statusCode(404);
        get("changes?collection=organizations&key=" + unique() + "never").then().statusCode(422);
        get("changes?revision=99999999").then().statusCode(422);
        get("changes?key=" + key).then().statusCode(400);
    }

    @Test
    default void turnsPagesOfChanges() {
        String key = unique() + "pages";
        for (int i = 0; i < 5; i++) {
            put("organizations/" + key, "{'name': 'No. " + i + "'}");
        }
        var seen = new ArrayList<String>();
        String next = "";
        do {
            JsonNode page = read("organizations/" + key + "/changes?limit=2" + next);
            seen.addAll(each(page.get("items"), "/version"));
            next = page.has("nextPageToken")
                    ? "&pageToken=" + page.get("nextPageToken").asText()
                    : "";
        } while (!next.isEmpty());

        assertThat(seen).containsExactly("5", "4", "3", "2", "1");
        String token = read("organizations/" + key + "/changes?limit=2")
                .get("nextPageToken")
                .asText();
        get("changes?limit=2&pageToken=" + token).then().statusCode(400);
    }

    @Test
    default void entersNothingThatWasNotWritten() throws SQLException {
        String key = unique() + "none";

        put("organizations/" + key, "{'name': 'X', 'parent': 'nobody-" + key + "'}")
                .then()
                .statusCode(422);
        importing("{\"collection\": \"organizations\", \"key\": \"" + key + "\", \"name\": \"X\"}\n"
                        + "{\"collection\": \"organizations\", \"key\": \"" + key
                        + "-2\", \"name\": \"N\", \"parent\": \"nobody\"}\n")
                .then()
                .statusCode(422);

        assertThat(value("select count(*) from change_log where object_key like ?", key + "%")
                        .toString())
                .isEqualTo("0");
    }

    @Test
    default void entersAnImportAsOneTransaction() throws SQLException {
        String key = unique() + "import";
        var lines = new StringBuilder();
        for (int i = 0; i < 1200; i++) {
            lines.append("{\"collection\": \"organizations\", \"key\": \"" + key + i + "\", \"name\": \"N\"}\n");
        }

        importing(lines.toString()).then().statusCode(200);

        assertThat(value("select count(*) from change_log where object_key like ?", key + "%")
                        .toString())
                .isEqualTo("1200");
        assertThat(value("select count(distinct tx) from change_log where object_key like ?", key + "%")
                        .toString())
                .isEqualTo("1");
        published(key + "1199");
        assertThat(verified().get("whole").asBoolean()).isTrue();
    }

    @Test
    default void publishesWhatCommitsInAnotherOrderThanItBegan() throws Exception {
        String key = unique() + "order";
        Transactions transactions = CDI.current().select(Transactions.class).get();
        Ledger ledger = CDI.current().select(Ledger.class).get();
        var begun = new CountDownLatch(1);
        var others = new CountDownLatch(1);
        CompletableFuture<Void> slow = CompletableFuture.runAsync(() -> transactions.writeAtLength(() -> {
            ledger.wrote(Address.of(CollectionName.ORGANIZATIONS, key + 1), ChangeOperation.CREATED, Map.of());
            begun.countDown();
            others.await();
            return true;
        }));
        begun.await();
        transactions.write(() ->
                ledger.wrote(Address.of(CollectionName.ORGANIZATIONS, key + 2), ChangeOperation.CREATED, Map.of()));
        published(key + 2);
        others.countDown();
        slow.join();
        published(key + 1);

        JsonNode first = changes(key + 1).at("/items/0");
        JsonNode second = changes(key + 2).at("/items/0");
        assertThat(first.get("id").asText()).isLessThan(second.get("id").asText());
        assertThat(first.get("revision").asLong())
                .isGreaterThan(second.get("revision").asLong());
        assertThat(first.get("actor").asText()).isEqualTo("sekisho");
        assertThat(value("select max(revision) - count(*) from revision").toString())
                .as("without a gap")
                .isEqualTo("0");
        assertThat(verified().get("whole").asBoolean()).isTrue();
    }

    @Test
    default void findsTheFirstRowThatWasTamperedWith() throws SQLException {
        String key = unique() + "tampered";
        put("organizations/" + key, "{'name': 'Before'}").then().statusCode(201);
        put("organizations/" + key, "{'name': 'After'}").then().statusCode(200);
        published(key);
        JsonNode head = verified().get("head");
        UUID first = UUID.fromString(changes(key).at("/items/1/id").asText());
        UUID second = UUID.fromString(changes(key).at("/items/0/id").asText());
        UUID none = new UUID(0, 1);
        String move = "update change_log set id = ? where id = ?";

        execute("update change_log set actor = 'nobody' where id = ?", first);
        assertThat(verified().at("/fault/change").asText()).isEqualTo(first.toString());
        execute("update change_log set actor = ? where id = ?", CALLER, first);

        String body = value("select body from change_log where id = ?", second).toString();
        execute("update change_log set body = ? where id = ?", body.replace("After", "Aftre"), second);
        assertThat(verified().at("/fault/change").asText()).isEqualTo(second.toString());
        execute("update change_log set body = ? where id = ?", body, second);

        execute("update change_log set object_version = 3 where id = ?", second);
        execute("update change_log set id = ?, tx = ? where id = ?", none, none, second);
        assertThat(verified().at("/fault/detail").asText()).contains("No revision tells");
        execute("update change_log set id = ?, tx = ?, object_version = 2 where id = ?", second, tx(second), none);

        execute(move, none, first);
        execute(move, first, second);
        execute(move, second, none);
        assertThat(verified().at("/whole").asBoolean()).isFalse();
        execute(move, none, first);
        execute(move, first, second);
        execute(move, second, none);

        execute("update revision set judge = 'x' where revision = 1");
        // The judge of the first revision is unknown here, so it is read back from a copy.
        assertThat(verified().at("/fault/revision").asLong()).isEqualTo(1);
        execute("update revision set judge = (select max(judge) from revision where revision > 1) where revision = 1");

        assertThat(verified().get("whole").asBoolean()).isTrue();
        JsonNode kept = tree(post("audit/verify", "{'head': " + head + "}"));
        assertThat(kept.get("whole").asBoolean()).isTrue();
        String other = "0".repeat(64);
        JsonNode rewritten = tree(
                post("audit/verify", "{'head': {'revision': " + head.get("revision") + ", 'hash': '" + other + "'}}"));
        assertThat(rewritten.at("/fault/revision").asLong())
                .isEqualTo(head.get("revision").asLong());
        JsonNode shorter = tree(post("audit/verify", "{'head': {'revision': 999999999, 'hash': '" + other + "'}}"));
        assertThat(shorter.get("whole").asBoolean()).isFalse();
    }

    private static UUID tx(UUID change) {
        return new UUID(change.getMostSignificantBits(), change.getLeastSignificantBits() >>> 24 << 24);
    }

    @Test
    default void findsARowThatWasDeleted() throws SQLException {
        String key = unique() + "deleted";
        importing("{\"collection\": \"organizations\", \"key\": \"" + key + "1\", \"name\": \"N\"}\n"
                        + "{\"collection\": \"organizations\", \"key\": \"" + key + "2\", \"name\": \"N\"}\n")
                .then()
                .statusCode(200);
        published(key + 1);
        UUID last = UUID.fromString(changes(key + 2).at("/items/0/id").asText());
        String copy = "create table change_kept as select * from change_log where id = '" + last + "'";

        execute(copy);
        execute("delete from change_log where id = ?", last);
        JsonNode fault = verified().get("fault");
        execute("insert into change_log select * from change_kept");
        execute("drop table change_kept");

        assertThat(fault.get("change").asText()).isEqualTo(last.toString());
        assertThat(fault.get("detail").asText()).contains("missing");
        assertThat(verified().get("whole").asBoolean()).isTrue();
    }

    @Test
    default void sealsWhatIsPersonalAndErasesIt() throws SQLException {
        String key = unique() + "sealed";
        String mail = key + "@example.com";
        put(
                        "third-parties/" + key,
                        "{'name': 'Seals', 'kind': 'VENDOR', 'owner': 'Owner " + key + "', 'contacts':"
                                + " [{'name': 'Somebody', 'email': '" + mail + "'}]}")
                .then()
                .statusCode(201);
        String stored =
                value("select body from change_log where object_key = ?", key).toString();
        assertThat(stored).contains("sealed").doesNotContain("Owner").doesNotContain(mail);
        assertThat(caller().get("/api/v1/changes/export").asString())
                .contains(key)
                .doesNotContain(mail);
        assertThat(read("third-parties/" + key + "/changes").toString()).contains(mail, "Owner " + key);

        JsonNode erased = tree(post("audit/erasures", "{'knownBy': '" + mail.toUpperCase() + "'}"));

        assertThat(erased.get("keys").asInt()).isEqualTo(1);
        assertThat(read("third-parties/" + key + "/changes").toString())
                .doesNotContain(mail)
                .contains("(erased)", "Owner " + key);
        assertThat(verified().get("whole").asBoolean()).isTrue();
    }

    /** Every object that is there stands for the data of a version that recorded nothing. */
    @Test
    default void entersWhatWasThereBeforeAtTheFirstStart() throws SQLException {
        String key = unique() + "upgraded";
        put("organizations/" + key, "{'name': 'Old'}").then().statusCode(201);
        published(key);
        for (String table : List.of("revision_tx", "pending_change", "revision", "change_log", "change_body")) {
            execute("delete from " + table);
        }

        FirstStart.enter();
        String once = value("select count(*) from change_log").toString();
        FirstStart.enter();

        assertThat(value("select count(*) from change_log").toString()).isEqualTo(once);
        published(key);
        JsonNode told = changes(key);
        assertThat(each(told.get("items"), "/operation")).containsExactly("SNAPSHOT");
        assertThat(each(told.get("items"), "/actor")).containsExactly("upgrade");
        assertThat(told.at("/lives/0/from").asText()).isNotEmpty();
        delete("organizations/" + key).then().statusCode(204);
        assertThat(each(changes(key).get("items"), "/version")).containsExactly("2", "1");
        assertThat(verified().get("whole").asBoolean()).isTrue();
    }
}
