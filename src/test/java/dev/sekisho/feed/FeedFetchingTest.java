package dev.sekisho.feed;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.awaitility.core.ThrowingRunnable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Feeds that are fetched on a schedule. */
@QuarkusTest
@WithTestResource(FeedHost.class)
class FeedFetchingTest {
    @ConfigProperty(name = "sekisho.admin-key")
    String adminKey;

    private ValidatableResponse feed(String name) {
        return given().auth()
                .oauth2(adminKey)
                .get("/api/v1/feeds")
                .then()
                .statusCode(200)
                .rootPath("find { it.name == '" + name + "' }");
    }

    private ValidatableResponse sendIn(String feed, byte[] body) {
        return given().auth()
                .oauth2(adminKey)
                .contentType("application/octet-stream")
                .body(body)
                .put("/api/v1/feeds/" + feed)
                .then();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void soon(ThrowingRunnable holds) {
        await().atMost(Duration.ofSeconds(50)).untilAsserted(holds);
    }

    /** All the while another publisher takes our request and says nothing. */
    @Test
    void takesOverWhatIsDueWhateverAnotherPublisherDoes() {
        soon(() -> feed("kev")
                .body("lastSuccessAt", notNullValue())
                .body("records", greaterThan(1000))
                .body("lastError", nullValue())
                .body("fetch.from", equalTo(FeedHost.host().at("/kev.json").toString()))
                .body("fetch.every", equalTo("PT1S"))
                .body("fetch.nextAt", notNullValue())
                .body("fetch.failures", equalTo(0)));
        feed("epss").body("lastSuccessAt", nullValue()).body("lastError", nullValue());

        FeedHost.WAITING.countDown();

        soon(() -> feed("epss").body("records", equalTo(1)).body("lastError", nullValue()));
    }

    @Test
    void asksOnlyForWhatIsNew() {
        soon(() -> feed("kev").body("lastSuccessAt", notNullValue()));
        String before = feed("kev").extract().path("find { it.name == 'kev' }.lastSuccessAt");

        soon(() -> feed("kev").body("lastSuccessAt", not(equalTo(before))).body("changes", equalTo(0)));

        assertThat(FeedHost.host().asked()).anyMatch(head -> FeedHost.edition.equals(head.getFirst("If-None-Match")));
    }

    @Test
    void asksForAllOfItOnceAnotherFileWasSentIn() throws IOException {
        soon(() -> feed("kev").body("lastSuccessAt", notNullValue()));
        byte[] other = (new String(FeedHost.kev(), UTF_8) + " ").getBytes(UTF_8);
        sendIn("kev", other).statusCode(202).header("Location", endsWith("/api/v1/feeds"));
        soon(() -> feed("kev").body("sha256", equalTo(sha256(other))));
        int asked = FeedHost.host().asked().size();

        soon(() -> assertThat(FeedHost.host().asked().stream().skip(asked))
                .anyMatch(head -> head.getFirst("If-None-Match") == null));
    }

    @Test
    void tellsLaterHowItEndedWhatTakesLong() {
        sendIn("eol", "no product".getBytes(UTF_8)).statusCode(202).body("name", equalTo("eol"));

        soon(() -> feed("eol").body("lastError", containsString("eol")));
    }

    @Test
    void keepsAFailureOnRecordAndComesBackLater() {
        soon(() -> feed("cve")
                .body("lastError", containsString("cve"))
                .body("lastSuccessAt", nullValue())
                .body("fetch.failures", equalTo(1)));
        String next = feed("cve").extract().path("find { it.name == 'cve' }.fetch.nextAt");

        assertThat(Instant.parse(next)).isAfter(Instant.now().plus(Duration.ofMinutes(25)));
    }

    @Test
    void isNotLedToAnotherHost() {
        soon(() -> feed("osv")
                .body("lastError", containsString("metadata.example:443 is not allowed. Nothing was changed."))
                .body("fetch.failures", equalTo(1)));
    }

    @Test
    void fetchesNothingThatHasNoAddress() {
        feed("nvd").body("fetch", nullValue());
    }
}
