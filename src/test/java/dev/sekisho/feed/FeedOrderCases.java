package dev.sekisho.feed;

import static dev.sekisho.Api.get;
import static dev.sekisho.Api.post;
import static dev.sekisho.Api.put;
import static dev.sekisho.Api.read;
import static dev.sekisho.Api.sending;
import static dev.sekisho.advisory.ArrivalDocuments.csaf;
import static dev.sekisho.advisory.ArrivalDocuments.cve;
import static dev.sekisho.advisory.ArrivalDocuments.nvd;
import static dev.sekisho.advisory.ArrivalDocuments.osv;
import static dev.sekisho.advisory.ArrivalDocuments.vex;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sekisho.Api;
import dev.sekisho.advisory.ArrivalDocuments;
import dev.sekisho.advisory.KeptReleases;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an older or broken release is answered with, and that it changes nothing. */
abstract class FeedOrderCases {
    @BeforeEach
    @AfterEach
    void forget() throws SQLException {
        KeptReleases.forget();
    }

    private static String scores(String day, int cves, String score) {
        return "#model_version:v2025,score_date:" + day + "T00:00:00+0000\ncve,epss,percentile\n"
                + IntStream.range(0, cves)
                        .mapToObj(i -> "CVE-2095-" + (1000 + i) + "," + score + ",0.5\n")
                        .collect(Collectors.joining());
    }

    private static JsonNode taken(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return Api.tree(response);
    }

    private static JsonNode stands(String feed) {
        for (JsonNode one : read("feeds")) {
            if (one.path("name").asText().equals(feed)) {
                return one;
            }
        }
        throw new AssertionError(feed);
    }

    @Test
    void refusesScoresThatAreEmptyOrMuchFewerThanThoseHeld() {
        put("advisories/own-2095-1", "{'cve':'CVE-2095-1019'}");
        taken(put("feeds/epss?force=true", scores("2095-05-01", 20, "0.5")));
        String at = stands("epss").path("lastSuccessAt").asText();

        for (int left : new int[] {0, 2, 16}) {
            Response refused = put("feeds/epss", scores("2095-05-02", left, "0.9"));

            assertThat(refused.statusCode()).as(left + " left").isEqualTo(400);
            assertThat(refused.asString()).contains("Nothing was changed");
            assertThat(stands("epss").path("lastSuccessAt").asText()).isEqualTo(at);
            assertThat(stands("epss").path("lastError").asText()).isNotEmpty();
            assertThat(read("advisories/own-2095-1").path("epss").asDouble()).isEqualTo(0.5);
        }

        assertThat(put("feeds/epss", scores("2095-05-02", 2, "0.9")).asString()).contains("force=true");
        taken(put("feeds/epss", scores("2095-05-02", 19, "0.9")));
        assertThat(stands("epss").has("lastError")).isFalse();
        taken(put("feeds/epss?force=true", scores("2095-05-03", 2, "0.9")));
        assertThat(read("advisories/own-2095-1").has("epss")).isFalse();
    }

    @Test
    void changesNothingByOlderScoresAndSaysSo() {
        put("advisories/own-2095-2", "{'cve':'CVE-2095-1000'}");
        taken(put("feeds/epss?force=true", scores("2095-06-02", 20, "0.2")));
        String etag = get("advisories/own-2095-2").header("ETag");

        JsonNode older = taken(put("feeds/epss", scores("2095-06-01", 20, "0.1")));

        assertThat(older.path("older").asInt()).isEqualTo(20);
        assertThat(older.path("changes").asInt()).isZero();
        assertThat(older.path("notes").toString()).contains("2095-06-01", "2095-06-02", "older", "stay");
        assertThat(older.path("releasedAt").asText()).startsWith("2095-06-02");
        assertThat(get("advisories/own-2095-2").header("ETag")).isEqualTo(etag);
        assertThat(read("advisories/own-2095-2").path("epss").asDouble()).isEqualTo(0.2);
        put("advisories/own-2095-late", "{'cve':'CVE-2095-1000'}");
        assertThat(read("advisories/own-2095-late").path("epss").asDouble()).isEqualTo(0.2);

        JsonNode undated = taken(put("feeds/epss", "cve,epss\nCVE-2095-1000,0.7\n"));

        assertThat(undated.path("notes").toString()).contains("no date", "stay");
        assertThat(read("advisories/own-2095-2").path("epss").asDouble()).isEqualTo(0.2);
    }

    /** Of two files of a feed the one that is held is shown whole, and the other by what it says of itself. */
    @ParameterizedTest
    @ValueSource(strings = {"kev", "epss"})
    void showsTheFileThatIsHeldWhereAnOlderOneCameLater(String feed) {
        taken(put("feeds/" + feed + "?force=true", whole(feed, "2095-07-02", 20)));
        JsonNode held = stands(feed);

        JsonNode older = taken(put("feeds/" + feed, whole(feed, "2095-07-01", 19)));

        for (String property : new String[] {"records", "sha256", "releasedAt", "lastSuccessAt", "ageDays"}) {
            assertThat(older.get(property)).as(property).isNotNull().isEqualTo(held.get(property));
        }
        assertThat(older.path("older").asInt()).isEqualTo(19);
        assertThat(older.path("notes").toString()).contains("2095-07-01", "older", "2095-07-02");
        assertThat(stands(feed)).isEqualTo(older);

        JsonNode again = taken(put("feeds/" + feed, whole(feed, "2095-07-02", 20)));
        assertThat(again.path("older").asInt()).isZero();
        assertThat(again.has("notes")).isFalse();

        JsonNode newer = taken(put("feeds/" + feed, whole(feed, "2095-07-03", 19)));
        assertThat(newer.path("records").asInt()).isEqualTo(19);
        assertThat(newer.path("releasedAt").asText()).startsWith("2095-07-03");
        assertThat(newer.get("sha256")).isNotEqualTo(held.get("sha256"));
    }

    private static String whole(String feed, String day, int records) {
        return feed.equals("epss") ? scores(day, records, "0.1") : exploited(day, records);
    }

    private static String exploited(String day, int records) {
        return "{\"catalogVersion\":\"1\",\"dateReleased\":\"" + day + "T00:00:00Z\",\"count\":" + records
                + ",\"vulnerabilities\":["
                + IntStream.range(0, records)
                        .mapToObj(i -> "{\"cveID\":\"CVE-2095-" + (91000 + i)
                                + "\",\"dateAdded\":\"2020-01-01\",\"vulnerabilityName\":\"n\",\"vendorProject\":\"v\","
                                + "\"product\":\"p\",\"shortDescription\":\"s\",\"requiredAction\":\"a\",\"dueDate\":\"2020-02-01\","
                                + "\"knownRansomwareCampaignUse\":\"Unknown\"}")
                        .collect(Collectors.joining(","))
                + "]}";
    }

    @Test
    void saysSoWhereASingleRecordIsOlderThanTheOneHeld() {
        Response first = post("advisories?format=CVE5", record("2095-01-02", "4.0"));
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Location")).endsWith("/CVE-2095-0001");

        for (int twice = 0; twice < 2; twice++) {
            Response older = sending(record("2095-01-01", "5.0"))
                    .header("Idempotency-Key", "older-" + getClass().getSimpleName())
                    .post("/api/v1/advisories?format=CVE5");

            assertThat(older.statusCode()).isEqualTo(200);
            assertThat(Api.tree(older).path("key").asText()).isEqualTo("CVE-2095-0001");
            assertThat(Api.tree(older).path("name").asText()).isEqualTo("less than 4.0");
            assertThat(Api.tree(older).path("notes").toString())
                    .contains("2095-01-01", "older than the one that is held", "nothing was changed");
            assertThat(older.header("Location")).isNull();
        }
        assertThat(get("advisories/CVE-2095-0001").header("ETag")).isEqualTo(first.header("ETag"));

        Response later = post("advisories?format=CVE5", record("2095-01-03", "6.0"));
        assertThat(Api.tree(later).has("notes")).isFalse();
        assertThat(Api.tree(later).path("name").asText()).isEqualTo("less than 6.0");
        assertThat(later.header("ETag"))
                .isEqualTo(get("advisories/CVE-2095-0001").header("ETag"));
    }

    private static String record(String day, String lessThan) {
        return cve("CVE-2095-0001", day, day, lessThan);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cve", "nvd", "osv", "csaf", "openvex"})
    void saysSoWhereADocumentOfAFeedIsOlder(String feed) {
        taken(put("feeds/" + feed, document(feed, "2095-01-02")));

        JsonNode older = taken(put("feeds/" + feed, document(feed, "2095-01-01")));

        assertThat(older.path("older").asInt()).isEqualTo(1);
        assertThat(older.path("changes").asInt()).isZero();
        assertThat(older.path("notes").toString()).contains("older");
    }

    private static String document(String feed, String day) {
        String written = switch (feed) {
            case "cve" -> cve("CVE-2090-0001", day, day, day.substring(9) + ".0");
            case "nvd" -> nvd(day + "T00:00:00", day.endsWith("1") ? 5.1 : 7.1);
            case "osv" -> osv("GHSA-2090-zzzz-zzzz", day, "", day.endsWith("1") ? "npm" : "PyPI");
            case "csaf" -> csaf(day + "T00:00:00Z", "CVE-2090-0001").replace("Exploited: Yes", "Exploited: No");
            default -> vex(day + "T00:00:00Z", day.endsWith("1") ? "not_affected" : "affected");
        };
        return written.replace("2090", "2096").replace("'M-1'", "'M-2096'").replace("vex-1", "vex-2096");
    }

    @Test
    void ordersLifeCyclesByTheDayThatIsGiven() {
        put("organizations/eol-org", "{'name':'Org'}");
        put("zones/eol-zone", "{'name':'Zone','organization':'eol-org'}");
        put("software-products/eol-box", "{'name':'Eol Box'}");
        put("installations/eol-box-1", "{'product':'eol-box','version':'2.1','at':{'zone':'eol-zone'}}");
        String ended = cycles("2020-01-01");
        String longer = cycles("2099-01-01");

        JsonNode undated = taken(put("feeds/eol", ended));
        assertThat(undated.path("notes").toString()).contains("bear no date", "the last counts");
        assertThat(unsupported()).isTrue();
        taken(put("feeds/eol", longer));
        assertThat(unsupported()).isFalse();

        taken(put("feeds/eol?publishedOn=2026-02-02", longer));
        JsonNode older = taken(put("feeds/eol?publishedOn=2026-02-01", ended));
        assertThat(older.path("older").asInt()).isEqualTo(1);
        assertThat(older.path("changes").asInt()).isZero();
        assertThat(older.path("notes").toString()).contains("older than what is held");
        assertThat(older.path("releasedAt").asText()).startsWith("2026-02-02");
        assertThat(unsupported()).isFalse();
        assertThat(taken(put("feeds/eol", ended)).path("notes").toString()).contains("as of a day that was given");
        assertThat(unsupported()).isFalse();

        taken(put("feeds/eol?publishedOn=2026-02-02", ended));
        assertThat(unsupported()).as("of one day the earlier end counts").isTrue();
        taken(put("feeds/eol?publishedOn=2026-02-03", longer));
        assertThat(unsupported()).isFalse();
    }

    @Test
    void takesNoDayThatIsNone() {
        assertThat(put("feeds/eol?publishedOn=yesterday", cycles("2020-01-01")).statusCode())
                .isEqualTo(400);
        assertThat(put("feeds/eol?publishedOn=2999-01-01", cycles("2020-01-01")).statusCode())
                .isEqualTo(400);
        assertThat(put("feeds/epss?publishedOn=2026-01-01", scores("2095-01-01", 1, "0.1"))
                        .statusCode())
                .isEqualTo(400);
    }

    private static String cycles(String end) {
        return ArrivalDocuments.cycles("eol-box", "Eol Box", "2", end);
    }

    private static boolean unsupported() {
        return read("findings?subject=INSTALLATION&key=eol-box-1&status=OPEN")
                .toString()
                .contains("SW-05");
    }
}
