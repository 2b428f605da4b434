package dev.sekisho.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sekisho.database.BesideTheService;
import dev.sekisho.database.EarlierSchema;
import dev.sekisho.ruleset.Site;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An acceptance covers what was accepted; whatever comes on top opens the finding again and says what is new. */
abstract class AcceptanceCases {
    private static final String ONE_HOST = rule("203.0.113.0/24", "10.60.0.5/32", "8443");
    private static final String ANOTHER = rule("203.0.113.0/24", "10.60.0.9/32", "9443");

    @ConfigProperty(name = "sekisho.admin-key")
    String adminKey;

    @Inject
    Clock clock;

    private Site site;

    @BeforeEach
    void register() {
        site = Site.with(adminKey, "'10.1.0.0/16'");
        site.have("organizations/" + site.key("home"), "{'name': 'Company of its own'}");
        site.have(
                "zones/" + site.key("plant"),
                "{'name': 'Plant', 'organization': '" + site.key("home")
                        + "', 'cidrs': ['10.60.0.0/16'], 'criticality': 10, 'holdsCriticalData': false}");
        point("203.0.113.0/24");
        host("erp", "10.60.0.5", 90);
    }

    @Test
    void opensAgainWhatComesOnTop() {
        rules(ONE_HOST);
        accept("NET-06");
        accept("PTH-02");

        rules(ONE_HOST, ANOTHER);
        host("mes", "10.60.0.9", 100);

        awaitStatus("NET-06", "OPEN");
        awaitStatus("PTH-02", "OPEN");
        assertThat(reasons("NET-06"))
                .singleElement()
                .satisfies(
                        reason -> assertThat(reason).isEqualTo("unapproved tcp 203.0.113.0/24 -> 10.60.0.9 port 9443"));
        assertThat(reasons("PTH-02")).contains("target ASSET " + site.key("mes") + " of criticality 100");
        accept("NET-06");
        assertThat(finding("NET-06").get("reopenedBecause")).isNull();
    }

    @Test
    void coversTheSameHoweverItIsWritten() {
        rules(ONE_HOST, ANOTHER);
        accept("NET-06");

        rules(ANOTHER, ONE_HOST, ONE_HOST);
        settle();
        assertThat(finding("NET-06").get("status")).isEqualTo("ACCEPTED");

        rules(ANOTHER);
        settle();
        rules(ONE_HOST, ANOTHER);
        settle();
        assertThat(finding("NET-06").get("status")).isEqualTo("ACCEPTED");
    }

    @Test
    void coversNoSourceThatWasNotAccepted() {
        rules(ONE_HOST);
        accept("NET-06");

        rules(rule("203.0.113.0/24", "10.60.0.5/32", "8443"), rule("198.51.100.0/24", "10.60.0.5/32", "8443"));

        awaitStatus("NET-06", "OPEN");
        assertThat(reasons("NET-06")).containsExactly("unapproved tcp 198.51.100.0/24 -> 10.60.0.5 port 8443");
    }

    @Test
    void opensAgainWhatGetsMoreSevere() {
        rules(ONE_HOST);
        accept("NET-07");
        site.have(
                "connection-points/" + site.key("ac"),
                point("203.0.113.0/24", "'reviewedOn': '" + today().minusDays(200) + "'"));
        awaitSeverity("NET-07", "MEDIUM");
        assertThat(finding("NET-07").get("status")).isEqualTo("ACCEPTED");
        accept("NET-07");

        point("203.0.113.0/24");

        awaitStatus("NET-07", "OPEN");
        assertThat(reasons("NET-07")).containsExactly("severity HIGH instead of MEDIUM");
    }

    /** Who accepts what he read must not accept what it has become since. */
    @Test
    void acceptsOnlyWhatWasReadWhereTheCallerDemandsIt() {
        rules(ONE_HOST);
        String address = "findings/" + finding("NET-06").get("id");
        String read = site.get(address).getHeader("ETag");
        rules(ONE_HOST, ANOTHER);
        settle();

        assertThat(acceptIf(address, read)).isEqualTo(412);
        assertThat(finding("NET-06").get("status")).isEqualTo("OPEN");
        assertThat(acceptIf(address, site.get(address).getHeader("ETag"))).isEqualTo(200);
        assertThat(finding("NET-06").get("status")).isEqualTo("ACCEPTED");
        assertThat(site.json("")
                        .header("If-Match", read)
                        .delete("/api/v1/" + address + "/acceptance")
                        .statusCode())
                .isEqualTo(412);
        assertThat(finding("NET-06").get("status")).isEqualTo("ACCEPTED");
    }

    private int acceptIf(String address, String etag) {
        return site.json("{'until': '" + today().plusDays(30) + "', 'reason': 'as read'}")
                .header("If-Match", etag)
                .put("/api/v1/" + address + "/acceptance")
                .statusCode();
    }

    @Test
    void tellsUnregisteredSourcesAndOpensThemAgainWhenTheyGrow() {
        rules(rule("198.51.100.0/24", "10.60.0.5/32", "8443"));
        Map<String, Object> told = finding("NET-11");
        assertThat(told.get("detail").toString()).contains("198.51.100.0/24");
        assertThat(traffic().getList("unregistered.sources.flatten()", String.class))
                .containsExactly("198.51.100.0/24");
        accept("NET-11");

        rules(rule("198.51.100.0/23", "10.60.0.5/32", "8443"));

        awaitStatus("NET-11", "OPEN");
        assertThat(reasons("NET-11")).containsExactly("let in tcp 198.51.101.0/24 -> 10.60.0.5 port 8443");
    }

    /** The version before stored nothing of what was accepted: it covers what is found first after the upgrade. */
    @Test
    void carriesOverWhatWasAcceptedBefore() throws SQLException {
        rules(ONE_HOST);
        accept("NET-06");
        execute("update finding set accepted_scope = null where id = '"
                + finding("NET-06").get("id") + "'");
        site.have("third-parties/" + site.key("party"), "{'name': 'Renamed', 'kind': 'PARTNER'}");
        await().atMost(Duration.ofSeconds(30)).until(() -> scopeOf("NET-06") != null);

        rules(ONE_HOST, ANOTHER);

        awaitStatus("NET-06", "OPEN");
        assertThat(reasons("NET-06")).hasSize(1);
    }

    @Test
    void upgradesRowsOfTheVersionBefore() throws SQLException {
        var schema = new EarlierSchema("upgrade");
        schema.migrate("3");
        schema.execute("insert into ~.finding (id, content_digest, code, severity, severity_rank, status,"
                + " subject_kind, subject_key, subject_name, cause, detail, evidence, first_seen, updated_at,"
                + " accepted_until, accepted_reason) values ('01a22918-ae56-7198-834a-94b3d9a39c66', 'd', 'NET-06', 'MEDIUM', 1, 'ACCEPTED',"
                + " 'CONNECTION_POINT', 'c', 'C', 'traffic', 'D', '{}', current_timestamp, current_timestamp,"
                + " date '2099-01-01', 'r')");

        schema.migrate("latest");

        assertThat(schema.text("select accepted_severity from ~.finding")).isEqualTo("MEDIUM");
        assertThat(schema.text("select status from ~.finding")).isEqualTo("ACCEPTED");
        assertThat(schema.text("select accepted_scope from ~.finding")).isNull();
    }

    private static String rule(String source, String destination, String port) {
        return "{'action': 'PERMIT', 'sources': ['" + source + "'], 'destinations': ['" + destination
                + "'], 'protocol': 'TCP', 'destinationPorts': ['" + port + "']}";
    }

    private void point(String sources) {
        site.have("connection-points/" + site.key("ac"), point(sources, "'reviewedOn': null"));
    }

    /** A login nobody speaks of would open the way by itself; behind this one a product is still to be broken. */
    private String point(String sources, String review) {
        return "{'thirdParty': '" + site.key("party") + "', 'zone': '" + site.key("plant")
                + "', 'authentication': 'MUTUAL_CERTIFICATE', 'sourceCidrs': ['" + sources
                + "'], 'firewall': {'state': 'VERIFIED', 'inspectedOn': '" + today() + "', " + review + "}}";
    }

    private void host(String name, String address, int criticality) {
        site.have(
                "assets/" + site.key(name),
                "{'name': '" + name + "', 'zone': '" + site.key("plant") + "', 'addresses': ['" + address
                        + "'], 'criticality': " + criticality + "}");
        site.have("software-products/" + site.key("p-" + name), "{'name': 'Product of " + name + "'}");
        site.have(
                "installations/" + site.key("i-" + name),
                "{'product': '" + site.key("p-" + name) + "', 'version': '1', 'at': {'asset': '" + site.key(name)
                        + "'}, 'useState': 'IN_USE'}");
    }

    private void rules(String... rules) {
        site.caller()
                .contentType("application/octet-stream")
                .body(("{'defaultAction': 'DENY', 'rules': [" + String.join(", ", rules) + "]}")
                        .replace('\'', '"')
                        .getBytes(StandardCharsets.UTF_8))
                .put("/api/v1/connection-points/" + site.key("ac") + "/ruleset?format=RULES_JSON")
                .then()
                .statusCode(200);
    }

    private void accept(String code) {
        site.json("{'until': '" + today().plusDays(30) + "', 'reason': '8443 to one host'}")
                .put("/api/v1/findings/" + finding(code).get("id") + "/acceptance")
                .then()
                .statusCode(200);
    }

    /** Findings that nobody polls include every write acknowledged before. */
    private void settle() {
        finding("NET-06");
    }

    private Map<String, Object> finding(String code) {
        List<Map<String, Object>> found = site.get("findings?code=" + code + "&connectionPoint=" + site.key("ac"))
                .jsonPath()
                .getList("items");
        return found.stream()
                .filter(one -> !"approvals".equals(one.get("cause")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + code));
    }

    @SuppressWarnings("unchecked")
    private List<String> reasons(String code) {
        return (List<String>) finding(code).get("reopenedBecause");
    }

    private io.restassured.path.json.JsonPath traffic() {
        return site.get("connection-points/" + site.key("ac") + "/traffic").jsonPath();
    }

    private void awaitStatus(String code, String status) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> status.equals(finding(code).get("status")));
    }

    private void awaitSeverity(String code, String severity) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> severity.equals(finding(code).get("severity")));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private String scopeOf(String code) throws SQLException {
        return text("select accepted_scope from finding where id = '"
                + finding(code).get("id") + "'");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = BesideTheService.connection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = BesideTheService.connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }
}
