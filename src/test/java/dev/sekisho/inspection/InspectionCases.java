package dev.sekisho.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.sekisho.database.BesideTheService;
import dev.sekisho.ruleset.Site;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What inspections promise, on whichever database. */
abstract class InspectionCases {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @ConfigProperty(name = "sekisho.admin-key")
    String adminKey;

    private Site site() {
        return Site.with(adminKey, "'10.9.0.0/16'");
    }

    private static ValidatableResponse inspect(Site site, String outcome, LocalDate date, String more) {
        return site.post(
                "inspections",
                "{'connectionPoint': '" + site.key("link") + "', 'inspector': 'Sato', 'outcome': '" + outcome
                        + "', 'date': '" + date + "'" + more + "}");
    }

    private static ValidatableResponse inspect(Site site, String outcome, LocalDate date) {
        return inspect(site, outcome, date, ", 'evidence': {'document': 'DMS-1'}");
    }

    /** The filter that counts at the link, as the contribution of the factor says it. */
    private static void counts(Site site, String filter) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> site.get("connection-points/" + site.key("link") + "/risk")
                        .then()
                        .statusCode(200)
                        .body(
                                "contributions.find { it.code == 'E.FILTER' }.textKey",
                                equalTo("LINE.E.FILTER." + filter)));
    }

    @Test
    void recordsWhatIsReadAgain() {
        Site site = site();
        String address = inspect(
                        site,
                        "FILTERED",
                        TODAY,
                        ", 'evidence': {'ruleSetSha256': '" + "0a".repeat(32) + "'}, 'nextDueOn': '"
                                + TODAY.plusDays(90) + "', 'approvedBy': 'Suzuki'")
                .statusCode(201)
                .body("key", notNullValue())
                .extract()
                .header("Location");

        site.caller()
                .get(address)
                .then()
                .statusCode(200)
                .body("inspector", equalTo("Sato"))
                .body("outcome", equalTo("FILTERED"))
                .body("nextDueOn", equalTo(TODAY.plusDays(90).toString()));
        site.get("inspections?connectionPoint=" + site.key("link")).then().body("items", hasSize(1));
        site.get("inspections?outcome=PARTLY&connectionPoint=" + site.key("link"))
                .then()
                .body("items", empty());
        site.get("inspections?outcome=MAYBE").then().statusCode(400);
    }

    @Test
    void isNeverChanged() {
        Site site = site();
        String key = site.key("inspection");
        inspect(site, "FILTERED", TODAY, ", 'key': '" + key + "'").statusCode(201);

        inspect(site, "PARTLY", TODAY, ", 'key': '" + key + "'").statusCode(409);
        site.json("{}").put("/api/v1/inspections/" + key).then().statusCode(405);
        site.caller().delete("/api/v1/inspections/" + key).then().statusCode(405);
        imported(site, key, "FILTERED").statusCode(200).body("unchanged", equalTo(1));
        imported(site, key, "PARTLY").statusCode(422).body("errors[0].detail", containsString("recorded otherwise"));
    }

    private static ValidatableResponse imported(Site site, String key, String outcome) {
        return site.json("{'collection': 'inspections', 'key': '" + key + "', 'connectionPoint': '" + site.key("link")
                        + "', 'inspector': 'Sato', 'outcome': '" + outcome + "', 'date': '" + TODAY + "'}")
                .contentType("application/x-ndjson")
                .post("/api/v1/imports")
                .then();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            , 'approvedBy': ' SATO '                    | /approvedBy
            , 'zoneLink': 'x'                           | /connectionPoint
            , 'campaign': 'nosuch'                      | /campaign
            , 'evidence': {}                            | /evidence
            , 'nextDueOn': '2001-01-01'                 | /nextDueOn
            """)
    void refusesWhatCannotBeTrue(String more, String pointer) {
        inspect(site(), "FILTERED", TODAY, more).statusCode(422).body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void refusesADayToComeAndALinkThatIsNotThere() {
        Site site = site();

        inspect(site, "FILTERED", TODAY.plusDays(3)).statusCode(422).body("errors[0].pointer", equalTo("/date"));
        site.post(
                        "inspections",
                        "{'zoneLink': 'nosuch', 'inspector': 'Sato', 'outcome': 'FILTERED', 'date': '2026-01-01'}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/zoneLink"));
        inspect(site, "FILTERED", TODAY, ", 'evidence': {'ruleSetSha256': 'zz'}")
                .statusCode(400);
    }

    @Test
    void makesAFirewallVerifiedOnlyWithEvidence() {
        Site site = site();
        counts(site, "UNKNOWN");

        inspect(site, "FILTERED", TODAY.minusDays(9), "").statusCode(201);
        inspect(site, "PARTLY", TODAY.minusDays(8)).statusCode(201);
        counts(site, "UNVERIFIED");
        inspect(site, "FILTERED", TODAY.minusDays(7)).statusCode(201);
        counts(site, "VERIFIED");
        inspect(site, "NOT_FILTERED", TODAY.minusDays(6), "").statusCode(201);
        counts(site, "NONE");
        site.point("'state': 'UNVERIFIED', 'inspectedOn': '" + TODAY.minusDays(5) + "'");
        counts(site, "UNVERIFIED");
    }

    @Test
    void agesAsItsDueDaySays() {
        Site site = site();

        inspect(site, "FILTERED", TODAY.minusDays(400)).statusCode(201);

        counts(site, "UNVERIFIED");
    }

    /** The campaign does not shrink to what is left, or it would be done with links that nobody ever saw. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void goesWithItsLink(boolean inspected) {
        Site site = site();
        String key = site.key("inspection");
        campaign(site, TODAY);
        String campaign = inspected ? ", 'campaign': '" + site.key("campaign") + "'" : "";
        inspect(site, "FILTERED", TODAY, ", 'evidence': {'document': 'D'}, 'key': '" + key + "'" + campaign)
                .statusCode(201);

        site.caller()
                .delete("/api/v1/connection-points/" + site.key("link"))
                .then()
                .statusCode(204);

        site.get("inspections/" + key).then().statusCode(404);
        site.get("inspection-campaigns/" + site.key("campaign"))
                .then()
                .body("links", hasSize(1))
                .body("progress.total", equalTo(2))
                .body("progress.done", equalTo(0))
                .body("progress.left.zoneLink", contains(site.key("inner")))
                .body("progress.gone.connectionPoint", contains(site.key("link")))
                .body("progress.gone.goneOn", contains(TODAY.toString()))
                .body("progress.gone.inspected", contains(inspected));
        site.point("'state': 'UNVERIFIED'");
        counts(site, "UNKNOWN");
        site.get("inspection-campaigns/" + site.key("campaign")).then().body("progress.gone", hasSize(1));
        campaign(site, TODAY.plusDays(1));
        site.get("inspection-campaigns/" + site.key("campaign"))
                .then()
                .body("links", hasSize(2))
                .body("progress.total", equalTo(2))
                .body("progress.done", equalTo(0))
                .body("progress.gone", hasSize(0));
    }

    private static void campaign(Site site, LocalDate dueOn) {
        site.have(
                "inspection-campaigns/" + site.key("campaign"),
                "{'name': 'Yearly', 'dueOn': '" + dueOn + "', 'links': [{'connectionPoint': '" + site.key("link")
                        + "'}, {'zoneLink': '" + site.key("inner") + "'}]}");
    }

    @Test
    void tellsHowFarACampaignIs() throws SQLException {
        Site site = site();
        campaign(site, TODAY);
        overdue(site);
        String address = "inspection-campaigns/" + site.key("campaign");
        String of = ", 'campaign': '" + site.key("campaign") + "'";
        site.get(address)
                .then()
                .body("progress.total", equalTo(2))
                .body("progress.done", equalTo(0))
                .body("progress.overdue", equalTo(2));

        inspect(site, "NOT_ASSESSABLE", TODAY, of).statusCode(201);
        site.get(address).then().body("progress.done", equalTo(0));
        inspect(site, "NOT_FILTERED", TODAY, of).statusCode(201);

        site.get(address)
                .then()
                .body("progress.done", equalTo(1))
                .body("progress.overdue", equalTo(1))
                .body("progress.left.zoneLink", contains(site.key("inner")));
        site.get("inspections?campaign=" + site.key("campaign")).then().body("items", hasSize(2));
        site.caller().delete("/api/v1/" + address).then().statusCode(409);
    }

    private static void overdue(Site site) throws SQLException {
        try (Connection database = BesideTheService.connection();
                PreparedStatement later =
                        database.prepareStatement("update inspection_campaign set due_on = ? where object_key = ?")) {
            later.setObject(1, TODAY.minusDays(1));
            later.setString(2, site.key("campaign"));
            assertThat(later.executeUpdate()).isOne();
        }
    }

    /** One whose day has passed stays as it is: only to choose such a day makes no sense. */
    @Test
    void refusesACampaignThatIsDueInThePast() throws SQLException {
        Site site = site();
        String past =
                "'dueOn': '" + TODAY.minusDays(1) + "', 'links': [{'connectionPoint': '" + site.key("link") + "'}]";
        String address = "/api/v1/inspection-campaigns/" + site.key("campaign");

        site.json("{" + past + "}").put(address).then().statusCode(422).body("errors[0].pointer", equalTo("/dueOn"));
        campaign(site, TODAY);
        overdue(site);
        site.json("{'name': 'Late', " + past + "}").put(address).then().statusCode(200);
        site.json("{'dueOn': '" + TODAY.minusDays(2) + "'}")
                .contentType("application/merge-patch+json")
                .patch(address)
                .then()
                .statusCode(422);
    }

    @Test
    void takesACampaignAsItIsRead() {
        Site site = site();
        campaign(site, TODAY);
        String address = "inspection-campaigns/" + site.key("campaign");
        var read = site.get(address);

        site.json(read.asString())
                .header("If-Match", read.header("ETag"))
                .put("/api/v1/" + address)
                .then()
                .statusCode(200)
                .header("ETag", read.header("ETag"));
        site.json("{'dueOn': '" + TODAY.plusDays(1) + "'}")
                .contentType("application/merge-patch+json")
                .patch("/api/v1/" + address)
                .then()
                .statusCode(200)
                .body("progress.total", equalTo(2));
    }

    @Test
    void refusesACampaignOfLinksThatAreNotThere() {
        Site site = site();
        String address = "/api/v1/inspection-campaigns/" + site.key("bad");

        site.json("{'dueOn': '2099-01-01', 'links': [{'zoneLink': 'nosuch'}]}")
                .put(address)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/links/0/zoneLink"));
        site.json("{'dueOn': '2099-01-01', 'links': [{}]}").put(address).then().statusCode(422);
        campaign(site, TODAY);
        Site other = site();
        inspect(other, "FILTERED", TODAY, ", 'campaign': '" + site.key("campaign") + "'")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/campaign"));
    }
}
