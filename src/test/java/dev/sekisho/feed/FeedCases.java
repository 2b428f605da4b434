package dev.sekisho.feed;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What taking over feeds promises, on whichever database. */
abstract class FeedCases {
    @ConfigProperty(name = "sekisho.admin-key")
    String adminKey;

    private RequestSpecification caller() {
        return given().auth().oauth2(adminKey);
    }

    private ValidatableResponse put(String feed, byte[] body) {
        return caller().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType("application/octet-stream")
                .body(body)
                .put("/api/v1/feeds/" + feed)
                .then();
    }

    private ValidatableResponse put(String feed, String body) {
        return put(feed, body.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] resource(String path) {
        try (InputStream in = FeedCases.class.getResourceAsStream("/" + path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void register(String collection, String key, String body) {
        caller().contentType("application/json")
                .body(body.replace('\'', '"'))
                .put("/api/v1/" + collection + "/" + key)
                .then()
                .statusCode(lessThan(300));
    }

    private ValidatableResponse advisory(String key) {
        return caller().get("/api/v1/advisories/" + key).then();
    }

    private ValidatableResponse unpatched(String query) {
        return caller().get("/api/v1/unpatched-software?" + query).then().statusCode(200);
    }

    private ValidatableResponse feed(String name) {
        return caller().get("/api/v1/feeds").then().statusCode(200).rootPath("find { it.name == '" + name + "' }");
    }

    @BeforeEach
    void setUp() {
        register("organizations", "feed-org", "{'name':'組織'}");
        register("zones", "feed-zone", "{'name':'dmz','organization':'feed-org'}");
        register("software-products", "feed-fortios", "{'name':'FortiOS','vendor':'Fortinet'}");
        register(
                "installations",
                "feed-edge",
                "{'name':'edge','product':'feed-fortios','version':'7.2.6','at':{'zone':'feed-zone'}}");
    }

    @Test
    void judgesWhatIsInstalledByTheRecordsOfTheCveList() {
        put("cve", resource("cve5/CVE-2024-21762.json")).statusCode(200).body("records", equalTo(1));

        unpatched("installation=feed-edge&advisory=CVE-2024-21762")
                .body("items[0].verdict", equalTo("AFFECTED"))
                .body("items[0].fix.version", equalTo("7.2.7"));
    }

    @Test
    void startsTheClockWithThePublicationOfAFlawThatIsTakenOverLate() {
        register(
                "installations",
                "feed-long-known",
                "{'product':'feed-fortios','version':'7.2.6','at':{'zone':'feed-zone'},'firstKnownOn':'2025-03-01'}");

        put("cve", resource("cve5/CVE-2024-21762.json")).statusCode(200);

        unpatched("installation=feed-long-known&advisory=CVE-2024-21762&overdue=true")
                .body("items[0].deadline.clockStart", equalTo("2024-02-09"))
                .body("items[0].codes", hasItem("SW-02"));
    }

    @Test
    void changesNothingWhenTheSameFileComesTwice() {
        byte[] file = resource("cve5/CVE-2022-42475.json");
        put("cve", file).statusCode(200);
        String etag = advisory("CVE-2022-42475").statusCode(200).extract().header("ETag");

        put("cve", file).statusCode(200).body("changes", equalTo(0)).body("records", equalTo(1));

        advisory("CVE-2022-42475").header("ETag", equalTo(etag));
        put("cve", new String(file, StandardCharsets.UTF_8) + "\n")
                .statusCode(200)
                .body("changes", equalTo(0));
    }

    @Test
    void changesNothingWhenAFileBreaksOffHalfWay() {
        String good = new String(resource("cve5/CVE-2023-27997.json"), StandardCharsets.UTF_8).replace("\n", " ");
        String broken = new String(resource("cve5/CVE-2024-3400.json"), StandardCharsets.UTF_8).substring(0, 900);

        put("cve", good + "\n" + broken)
                .statusCode(400)
                .body(
                        "detail",
                        equalTo("cve, line 31, column 51: it ends before it is complete. Nothing was changed."));

        advisory("CVE-2023-27997").statusCode(404);
        feed("cve").body("lastError", notNullValue()).body("lastErrorAt", notNullValue());
        put("cve", good).statusCode(200).body("lastError", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "nvd, nvd/CVE-2024-3094.json, CVE-2024-3094",
        "osv, osv/GHSA-45c4-8wx5-qw6w.json, ",
        "osv, osv/BIT-activemq-2020-11998.json, CVE-2020-11998",
        "csaf, csaf/CVE-2023-20862.json, CVE-2023-20862",
        "openvex, openvex/v0.2.0.json, ",
        "eol, eol/fortios.md, ",
        "kev, kev/kev-2025-08-25.json, CVE-2021-44228"
    })
    void takesEveryFeedPlainAndCompressed(String feed, String file, String advisory) throws IOException {
        put(feed, resource(file))
                .statusCode(200)
                .body("records", greaterThan(0))
                .body("name", equalTo(feed));

        put(feed, gzip(resource(file))).statusCode(200).body("changes", equalTo(0));

        if (advisory != null) {
            advisory(advisory).statusCode(200).body("published", equalTo(true));
        }
        feed(feed)
                .body("lastSuccessAt", notNullValue())
                .body("ageDays", notNullValue())
                .body("lastError", nullValue());
    }

    @Test
    void tellsWhatOfAFileIsNotKnown() {
        put("osv", osv("GHSA-unkn-unkn-unkn", "'CVE-2031-0095'", ",'novelty':1"))
                .statusCode(200)
                .body("unknown.name", contains("novelty"))
                .body("unknown.count", contains(1));
        feed("osv").body("unknown.name", contains("novelty"));

        put("osv", osv("GHSA-know-know-know", "'CVE-2031-0096'", "")).statusCode(200);
        feed("osv").body("unknown", nullValue());
    }

    @Test
    void leavesOutABrokenDocumentOfAnArchiveAndRefusesItWhereThatIsAskedFor() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String text : new String[] {"{", osv("GHSA-arch-arch-arch", "'CVE-2031-0097'", "")}) {
                zip.putNextEntry(new ZipEntry(text.length() + ".json"));
                zip.write(text.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }

        put("osv?strict=true", bytes.toByteArray()).statusCode(400).body("detail", containsString("1.json"));
        advisory("CVE-2031-0097").statusCode(404);

        put("osv", bytes.toByteArray())
                .statusCode(200)
                .body("records", equalTo(1))
                .body("skipped", equalTo(1))
                .body("skippedReasons[0]", containsString("1.json: broken"))
                .body("notes[0]", containsString("1 documents"));
        advisory("CVE-2031-0097").statusCode(200);
        feed("osv").body("notes[0]", containsString("broken"));

        // The very file that was taken before is no better for it.
        put("osv?strict=true", bytes.toByteArray()).statusCode(400).body("detail", containsString("1.json"));
        advisory("CVE-2031-0097").statusCode(200);
    }

    @Test
    void keepsWhoReportedAnEntryOfTheEuropeanCatalogue() {
        put("eukev", euKev("CVE-2031-0090", "CERT-PL", "2031/05/02"))
                .statusCode(200)
                .body("records", equalTo(1));

        advisory("CVE-2031-0090")
                .statusCode(200)
                .body("exploited.source", equalTo("EU KEV (CERT-PL)"))
                .body("exploited.date", equalTo("2031-05-02"))
                .body("exploited.ransomware", equalTo(true))
                .body("aliases", contains("EUVD-2031-0090"));

        put("kev?force=true", kev("2031-05-03", "CVE-2031-0090")).statusCode(200);
        advisory("CVE-2031-0090").body("exploited.source", equalTo("KEV")).body("exploited.ransomware", equalTo(true));

        put("eukev", euKev("CVE-2031-0091", "CNW", "2031/05/04")).statusCode(200);
        advisory("CVE-2031-0091").body("exploited.source", equalTo("EU KEV (CNW)"));
        advisory("CVE-2031-0090").body("exploited.ransomware", equalTo(true));
        put("eukev", "{}").statusCode(400);
        feed("eukev").body("lastError", notNullValue());
    }

    /** A flaw of a Japanese product, told by JVN and listed by CISA, is one row. */
    @Test
    void laysWhatJvnSaysIntoTheVulnerabilityItNames() {
        put("jvn", jvn("JVNDB-2031-000092", "CVE-2031-0092", "5.1.2 未満"))
                .statusCode(200)
                .body("records", equalTo(1))
                .body("skipped", equalTo(0));
        put("kev?force=true", kev("2031-05-04", "CVE-2031-0092")).statusCode(200);

        advisory("CVE-2031-0092")
                .statusCode(200)
                .body("aliases", contains("JVNDB-2031-000092"))
                .body("description", equalTo("受付箱には、脆弱性が存在します。"))
                .body("exploited.source", equalTo("KEV"));
        advisory("JVNDB-2031-000092").statusCode(404);
        put("jvn", "<RDF><item>").statusCode(400);
        feed("jvn").body("lastError", notNullValue());
    }

    private static String jvn(String id, String cve, String versions) {
        return """
                <VULDEF-Document version="3.2" xmlns="http://jvn.jp/vuldef/"><Vulinfo><VulinfoID>%s</VulinfoID>
                <VulinfoData><Title>受付箱における脆弱性</Title>
                <VulinfoDescription><Overview>受付箱には、脆弱性が存在します。</Overview></VulinfoDescription>
                <Affected><AffectedItem><Name>関所</Name><ProductName>受付箱</ProductName>
                <VersionNumber>%s</VersionNumber></AffectedItem></Affected>
                <Related><RelatedItem type="advisory"><Name>CVE</Name><VulinfoID>%s</VulinfoID></RelatedItem></Related>
                <DateLastUpdated>2031-01-06T12:02:11+09:00</DateLastUpdated>
                </VulinfoData></Vulinfo></VULDEF-Document>""".formatted(id, versions, cve);
    }

    private static String euKev(String cve, String origin, String reported) {
        return ("[{'cveID':'" + cve + "','euvdID':'EUVD-" + cve.substring(4)
                        + "','vendorProject':'Relay','product':'Beacon',"
                        + "'dateReported':'" + reported + "','originSource':'" + origin
                        + "','shortDescription':'It is used.','exploitationType':['ransomware']}]")
                .replace('\'', '"');
    }

    @Test
    void countsTheAgeOfWhatIsHeldFromItsRelease() {
        put("epss?force=true", "#score_date:2001-01-01T00:00:00+0000\ncve,epss\nCVE-2000-0010,0.7\n")
                .statusCode(200);

        feed("epss").body("releasedAt", equalTo("2001-01-01T00:00:00Z")).body("ageDays", greaterThan(9000));
    }

    @Test
    void remembersScoresForWhatIsToldLater() {
        put(
                        "epss",
                        "#model_version:v2025,score_date:2026-01-30T00:00:00+0000\ncve,epss,percentile\n"
                                + "CVE-2024-1709,0.94321,0.99\nCVE-2023-34362,0.5,0.9\n")
                .statusCode(200)
                .body("records", equalTo(2));

        put("cve", resource("cve5/CVE-2024-1709.json")).statusCode(200);
        advisory("CVE-2024-1709").body("epss", equalTo(0.94321f));

        put("epss", "#score_date:2026-01-31T00:00:00+0000\ncve,epss\nCVE-2024-1709,0.25\nCVE-2023-34362,0.5\n")
                .statusCode(200)
                .body("changes", equalTo(1));
        advisory("CVE-2024-1709").body("epss", equalTo(0.25f));
    }

    @Test
    void refusesAFeedItDoesNotKnow() {
        put("rumours", "x").statusCode(404);
        put("epss", "no header\n").statusCode(400);
    }

    @Test
    void countsAVulnerabilityOnceWhateverItIsCalled() {
        put("osv", osv("GHSA-aaaa-bbbb-cccc", "'CVE-2031-0001','JVNDB-2031-000001'", ""))
                .statusCode(200);
        put("osv", osv("JVNDB-2031-000001", "'GHSA-aaaa-bbbb-cccc'", "")).statusCode(200);

        advisory("CVE-2031-0001").statusCode(200).body("aliases", hasItem("GHSA-aaaa-bbbb-cccc"));
        advisory("GHSA-aaaa-bbbb-cccc").statusCode(404);
        advisory("JVNDB-2031-000001").statusCode(404);
    }

    @Test
    void findsAnAdvisoryOfOursByItsAlias() {
        register("advisories", "msp-phoned", "{'name':'the MSP phoned','aliases':['CVE-2031-0002']}");

        put("osv", osv("GHSA-dddd-eeee-ffff", "'CVE-2031-0002'", "")).statusCode(200);

        advisory("msp-phoned").body("cve", equalTo("CVE-2031-0002")).body("aliases", contains("GHSA-dddd-eeee-ffff"));
    }

    @Test
    void knowsThatWhatIsRegisteredLaterIsExploited() {
        put("kev?force=true", kev("2031-05-01", "CVE-2031-0010", "CVE-2031-0011"))
                .statusCode(200);
        put("epss?force=true", "#score_date:2031-05-01T00:00:00+0000\ncve,epss\nCVE-2031-0010,0.7\n")
                .statusCode(200);

        register("advisories", "own-late", "{'cve':'CVE-2031-0010','affected':[{'product':'feed-fortios'}]}");

        advisory("own-late").body("exploited.source", equalTo("KEV")).body("epss", equalTo(0.7f));
        unpatched("installation=feed-edge&advisory=own-late&exploited=true").body("items.size()", equalTo(1));
        unpatched("installation=feed-edge&advisory=CVE-2031-0010").body("items.size()", equalTo(1));

        caller().delete("/api/v1/advisories/own-late").then().statusCode(204);
        advisory("CVE-2031-0010").statusCode(200).body("exploited.source", equalTo("KEV"));
        caller().delete("/api/v1/advisories/CVE-2031-0010").then().statusCode(409);
        caller().get("/api/v1/unpatched-software?installation=feed-edge&advisory=own-late")
                .then()
                .statusCode(422);

        put("kev", kev("2031-05-02", "CVE-2031-0011")).statusCode(200);
        advisory("CVE-2031-0010")
                .body("exploited.source", equalTo("KEV"))
                .body("exploited.removedOn", equalTo("2031-05-02"));
    }

    @Test
    void refusesACatalogueThatIsEmptyOrMuchSmallerThanTheOneHeld() {
        String[] many = new String[20];
        for (int i = 0; i < many.length; i++) {
            many[i] = "CVE-2032-10" + (10 + i);
        }
        put("kev?force=true", kev("2032-05-01", many)).statusCode(200);
        String at = feed("kev").extract().path("find { it.name == 'kev' }.lastSuccessAt");

        put("kev", kev("2032-05-02")).statusCode(400).body("detail", containsString("force=true"));
        put("kev", kev("2032-05-02", many[0], many[1]))
                .statusCode(400)
                .body("detail", containsString("Nothing was changed"));

        feed("kev").body("lastSuccessAt", equalTo(at)).body("lastError", containsString("broken copy"));
        put("kev?force=true", kev("2032-05-02", many[0], many[1]))
                .statusCode(200)
                .body("lastError", nullValue());
        put("kev?force=perhaps", kev("2032-05-02")).statusCode(400);
    }

    private static String kev(String day, String... cves) {
        var entries = new StringBuilder();
        for (String cve : cves) {
            entries.append(entries.isEmpty() ? "" : ",")
                    .append("{'cveID':'" + cve
                            + "','vendorProject':'v','product':'p','vulnerabilityName':'n','dateAdded':'" + day + "'}");
        }
        return ("{'catalogVersion':'" + day.replace('-', '.') + "','dateReleased':'" + day + "T00:00:00Z','count':"
                        + cves.length + ",'vulnerabilities':[" + entries + "]}")
                .replace('\'', '"');
    }

    @Test
    void keepsWhatIsWithdrawn() {
        put("osv", osv("GHSA-gggg-hhhh-jjjj", "'CVE-2031-0003'", "")).statusCode(200);
        put("osv", osv("GHSA-gggg-hhhh-jjjj", "'CVE-2031-0003'", ",'withdrawn':'2031-02-02T00:00:00Z'"))
                .statusCode(200)
                .body("changes", equalTo(1));

        advisory("CVE-2031-0003").statusCode(200).body("withdrawnOn", notNullValue());
    }

    @Test
    void takesTheRecordsOfAZip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String name : new String[] {"CVE-2018-13379.json", "CVE-2024-8190.json"}) {
                zip.putNextEntry(new ZipEntry("cves/" + name));
                zip.write(resource("cve5/" + name));
            }
            zip.putNextEntry(new ZipEntry("README.md"));
        }

        put("cve", bytes.toByteArray())
                .statusCode(200)
                .body("records", equalTo(2))
                .body("skipped", equalTo(1))
                .body("skippedReasons[0]", containsString("README.md"));
    }

    @Test
    void skipsWhatNobodyCanLookUp() {
        put(
                        "osv",
                        unbounded("ROOT-2099-0001", "Root:PyPI", "unlikely")
                                + unbounded("GHSA-xxxx-2099-0001", "npm", "likely"))
                .statusCode(200)
                .body("records", equalTo(1))
                .body("skipped", equalTo(1))
                .body("skippedReasons[0]", containsString("ROOT-2099-0001: it names no software"))
                .body("skippedReasons[0]", containsString("OSV Root:PyPI"));
        caller().get("/api/v1/advisories/ROOT-2099-0001").then().statusCode(404);
        advisory("GHSA-xxxx-2099-0001").statusCode(200);
    }

    @Test
    void tellsOfAnIdentifierThatIsNone() {
        put(
                        "osv",
                        unbounded("GHSA-xxxx-2099-0002", "npm", "one")
                                .replace("\"ecosystem\"", "\"purl\": \"npm/one\", \"ecosystem\""))
                .statusCode(200)
                .body("records", equalTo(0))
                .body("skipped", equalTo(1))
                .body("skippedReasons[0]", containsString("\"npm/one\" is not a package URL"));
    }

    private static String unbounded(String id, String ecosystem, String name) {
        return """
                {"id": "%s", "modified": "2099-01-01T00:00:00Z", "affected": [{"package": {"ecosystem": "%s", "name": "%s"},
                 "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}]}]}]}
                """.formatted(id, ecosystem, name);
    }

    @Test
    void raisesANewAdvisoryOnWhatIsInstalledAndTakesItBack() {
        register(
                "advisories",
                "feed-own",
                "{'name':'own','affected':[{'vendor':'Fortinet','productName':'FortiOS','versions':[{'lessThan':'7.2.9'}]}]}");
        unpatched("installation=feed-edge&advisory=feed-own").body("items[0].verdict", equalTo("AFFECTED"));

        register(
                "advisories",
                "feed-own",
                "{'name':'own','affected':[{'vendor':'Fortinet','productName':'FortiOS','versions':[{'lessThan':'7.2.5'}]}]}");
        unpatched("installation=feed-edge&advisory=feed-own").body("items.size()", equalTo(0));
    }

    @Test
    void findsAProductByANameAnEditorAdds() {
        register(
                "advisories",
                "feed-japanese",
                "{'name':'国産','affected':[{'vendor':'株式会社やまと','productName':'遠隔監視サーバ','versions':[{'lessThan':'3.0'}]}]}");
        register("software-products", "feed-enkaku", "{'name':'Remote Monitor'}");
        register(
                "installations",
                "feed-monitor",
                "{'name':'monitor','product':'feed-enkaku','version':'2.1','at':{'zone':'feed-zone'}}");
        unpatched("installation=feed-monitor").body("items.advisory", not(hasItem("feed-japanese")));

        register("software-products", "feed-enkaku", "{'name':'Remote Monitor','vendor':'やまと','aliases':['遠隔監視サーバ']}");
        unpatched("installation=feed-monitor&advisory=feed-japanese").body("items[0].verdict", equalTo("AFFECTED"));
    }

    private static String osv(String id, String aliases, String more) {
        return ("{'id':'" + id + "','modified':'2031-01-01T00:00:00Z','aliases':[" + aliases + "]" + more
                        + ",'affected':[{'package':{'ecosystem':'npm','name':'left-pad'},'versions':['1.0.0']}]}")
                .replace('\'', '"');
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }
}
