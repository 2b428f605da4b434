package dev.sekisho.feed;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.sekisho.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A file or record of the future makes nothing that comes after it look older. */
@QuarkusTest
@TestProfile(FutureDatesTest.AsDelivered.class)
class FutureDatesTest {
    private static final Instant NEXT_WEEK =
            Instant.now().plus(7, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

    /** A database of its own and the tolerance a service has. */
    public static class AsDelivered implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    "jdbc:h2:mem:future;DB_CLOSE_DELAY=-1",
                    "sekisho.feeds.future-tolerance",
                    "P1D");
        }
    }

    private static Response load(String feed, String body) {
        return Api.sending("application/octet-stream", body.getBytes(StandardCharsets.UTF_8))
                .put("/api/v1/feeds/" + feed);
    }

    private static String epss(Instant scored, String score) {
        return "#model_version:v1,score_date:" + scored + "\ncve,epss,percentile\nCVE-2024-0001," + score + ",0.5\n";
    }

    private static void refused(Response answer) {
        answer.then()
                .statusCode(422)
                .body("type", equalTo("urn:sekisho:problem:impossible"))
                .body("detail", containsString("lies in the future"))
                .body("detail", containsString("Nothing was changed."));
    }

    @Test
    void refusesScoresOfTheFutureAndTakesTheNextOnes() {
        refused(load("epss", epss(NEXT_WEEK, "0.9")));
        Api.get("feeds").then().body("find { it.name == 'epss' }.lastError", containsString("lies in the future"));

        load("epss", epss(Instant.now().truncatedTo(ChronoUnit.SECONDS), "0.2"))
                .then()
                .statusCode(200)
                .body("older", equalTo(0));
    }

    @Test
    void refusesACatalogueOfTheFuture() {
        refused(load("kev", """
                {"title": "KEV", "catalogVersion": "1", "dateReleased": "%s", "count": 1, "vulnerabilities": [
                 {"cveID": "CVE-2024-0002", "vendorProject": "v", "product": "p", "vulnerabilityName": "n",
                  "dateAdded": "2024-01-01", "shortDescription": "s", "requiredAction": "r", "dueDate": "2024-02-01",
                  "knownRansomwareCampaignUse": "Unknown", "notes": ""}]}""".formatted(NEXT_WEEK)));
    }

    /** It may be all there is of a flaw, so it is not refused; but it replaces nothing and is replaced by the next. */
    @Test
    void takesARecordOfTheFutureAsOneWithoutADate() {
        load("osv", osv(NEXT_WEEK))
                .then()
                .statusCode(200)
                .body(
                        "notes[0]",
                        equalTo(
                                "1 records bear a date that lies in the future; they are taken as records without a date."));
        Api.get("advisories/GHSA-aaaa-bbbb-cccc").then().statusCode(200);

        load("osv", osv(Instant.parse("2026-01-01T00:00:00Z")))
                .then()
                .statusCode(200)
                .body("older", equalTo(0));
    }

    private static String osv(Instant modified) {
        return """
                {"schema_version": "1.6.0", "id": "GHSA-aaaa-bbbb-cccc", "modified": "%s", "affected": [
                 {"package": {"ecosystem": "npm", "name": "left"}, "versions": ["1.0.0"]}]}""".formatted(modified);
    }
}
