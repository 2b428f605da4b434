package dev.sekisho.feed;

import static dev.sekisho.Api.sending;
import static dev.sekisho.Api.sendingRaw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;

import dev.sekisho.Api;
import dev.sekisho.advisory.EpssLookup;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A record that is not what its format says is refused with the field that is wrong, and never read as something else. */
@QuarkusTest
class OddRecordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    osv     | {"id":"O-1","modified":"2024-01-01T00:00:00Z","withdrawn":"never"} | withdrawn is not a time
                    osv     | {"id":"O-1","modified":"0000-01-01T00:00:00Z"} | modified is not a time
                    osv     | {"id":"O-1","modified":"2024-01-01T00:00:00Z","affected":[{"package":{"ecosystem":"npm","name":"x"},"ranges":[{"type":"FOO","events":[{"introduced":"0"}]}]}]} | should be one of [SEMVER, ECOSYSTEM, GIT]
                    osv     | {"id":"O-1","modified":"2024-01-01T00:00:00Z","affected":[{"package":{"ecosystem":"npm","name":"x"},"ranges":[{"type":"SEMVER","events":[{"introduced":"0"},{"fixxed":"2"}]}]}]} | an event has none of [introduced, fixed, last_affected, limit]
                    openvex | {"@context":"https://openvex.dev/ns/v0.2.0","@id":"a","timestamp":"2024-01-01T00:00:00Z","statements":[{"vulnerability":"CVE-2024-22222","products":"pkg:npm/x","status":"affected"}]} | products should be a list
                    openvex | {"@context":"https://openvex.dev/ns/v0.2.0","@id":"a","timestamp":"2024-01-01T00:00:00Z","statements":[{"vulnerability":"CVE-2024-22222","products":[{"@id":"pkg:npm/x"}],"status":"dunno"}]} | should be one of [not_affected, affected, fixed, under_investigation]
                    openvex | {"@context":"https://openvex.dev/ns/v0.2.0","@id":"a","timestamp":"never","statements":[{"vulnerability":"CVE-2024-22222","products":[],"status":"fixed"}]} | timestamp is not a time
                    kev     | {"catalogVersion":"1","count":1,"vulnerabilities":[{"cveID":"CVE-0000-0001","vendorProject":"a","product":"b","dateAdded":"2024-01-01"}]} | is not a CVE id
                    kev     | {"catalogVersion":"1","count":1,"vulnerabilities":[{"cveID":"CVE-2024-0001","vendorProject":"a","product":"b","dateAdded":"0000-01-01"}]} | dateAdded is not a date
                    kev     | {"catalogVersion":"1","dateReleased":"soon","count":1,"vulnerabilities":[{"cveID":"CVE-2024-0001","vendorProject":"a","product":"b","dateAdded":"2024-01-01"}]} | dateReleased is not a time
                    nvd     | {"vulnerabilities":[{"cve":{"id":"NONSENSE","published":"2024-01-01T00:00:00","lastModified":"2024-01-01T00:00:00"}}],"totalResults":1,"resultsPerPage":1,"startIndex":0,"format":"NVD_CVE","version":"2.0"} | is not a CVE id
                    """)
    void refusesAFeedWithAnOddRecord(String feed, String content, String why) {
        sending("application/octet-stream", content.getBytes(StandardCharsets.UTF_8))
                .put("/api/v1/feeds/" + feed)
                .then()
                .statusCode(400)
                .body("detail", allOf(containsString(why), containsString("Nothing was changed")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {"cveMetadata":{"cveId":"CVE-2024-11111"},"containers":{"cna":{}}} | neither descriptions nor affected software
                    {"cveMetadata":{"cveId":"CVE-0000-11111"},"containers":{"cna":{"descriptions":[{"lang":"en","value":"x"}]}}} | is not a CVE id
                    {"dataType":"OTHER","cveMetadata":{"cveId":"CVE-2024-11111"},"containers":{"cna":{}}} | should be CVE_RECORD
                    {"cveMetadata":{"cveId":"CVE-2024-11111","state":"NONSENSE"},"containers":{"cna":{}}} | none of PUBLISHED, REJECTED and RESERVED
                    {"cveMetadata":{"cveId":"CVE-2024-11111","dateUpdated":"x"},"containers":{"cna":{"descriptions":[{"lang":"en","value":"x"}]}}} | dateUpdated is not a time
                    {"cveMetadata":{"cveId":"CVE-2024-11111"},"containers":{"cna":{"affected":[{"vendor":"v","product":"p","versions":[{"version":"1","status":"sometimes"}]}]}}} | should be one of [affected, unaffected, unknown]
                    """)
    void refusesAnOddRecordOfTheCveList(String record, String why) {
        sendingRaw(record)
                .post("/api/v1/advisories?format=CVE5")
                .then()
                .statusCode(400)
                .body("detail", containsString(why));
    }

    /** A record without the stamp of the list is its author's own copy; one of another flaw does not take its place. */
    @ParameterizedTest
    @CsvSource({
        "CVE-2092-70001, 2026-08-01, CVE-2092-70002, 2026-08-02",
        "CVE-2092-70003, 2026-08-02, CVE-2092-70004, 2026-08-01"
    })
    void keepsRecordsOfOneMakerThatNobodyStamped(String first, String firstDay, String second, String secondDay) {
        unstamped(first, firstDay);
        unstamped(second, secondDay);

        Api.get("advisories/" + first).then().statusCode(200);
        Api.get("advisories/" + second).then().statusCode(200);
    }

    private static void unstamped(String cve, String day) {
        sendingRaw("""
                {"dataType":"CVE_RECORD","dataVersion":"5.1","cveMetadata":{"cveId":"%s","state":"PUBLISHED","assignerShortName":"maker",
                 "dateUpdated":"%sT00:00:00Z"},"containers":{"cna":{"providerMetadata":{"shortName":"maker"},
                 "descriptions":[{"lang":"en","value":"d"}],"affected":[{"vendor":"Docco","product":"Docgate","defaultStatus":"unaffected",
                 "versions":[{"version":"0","lessThan":"2.0","status":"affected","versionType":"custom"}]}]}}}
                """.formatted(cve, day)).put("/api/v1/feeds/cve").then().statusCode(200);
    }

    @Test
    void leavesOutAScoreOfAYearThereWasNot() {
        var release = new EpssLookup.Release();

        assertThat(release.add("CVE-0000-0001", .1)).isEqualTo(EpssLookup.Release.Added.STRANGE);
        assertThat(release.add("CVE-1999-0001", .1)).isEqualTo(EpssLookup.Release.Added.NEW);
    }
}
