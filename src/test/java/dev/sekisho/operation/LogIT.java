package dev.sekisho.operation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged service writes into its log, and what it refuses to start with. */
class LogIT {
    private static final String WRONG_KEY = "sek_zzzzzzzzzzzz_CANARYCANARYCANARYCANARYCANARYCANARYCANARYCA";
    private static final String RULES = """
            {"defaultAction": "DENY", "rules": [{"action": "PERMIT",
             "sources": ["203.0.113.77/32"], "destinations": ["10.77.0.7/32"], "protocol": "TCP",
             "destinationPorts": ["443"]}]}""";

    @TempDir
    Path directory;

    @Test
    void saysInOneJsonLineEachWhoDidWhatWhenWithoutAnySecret() throws Exception {
        String secret;
        try (var service = ServiceProcess.onFile(directory)) {
            secret = service.api()
                    .body("{\"name\":\"canary-key\",\"role\":\"VIEWER\"}")
                    .post("/api-keys")
                    .path("secret");
            workWithCanaries(service);
            attack(service, secret);
            assertThat(service.api().basePath("/q").get("/metrics").asString())
                    .contains("http_server_requests_seconds_count{method=\"POST\"", "uri=\"/api/v1/api-keys\"");
            service.stop(Duration.ofSeconds(20));
        }
        String log = Files.readString(directory.resolve("service.log"));

        List<JsonNode> lines = parsed(log);

        assertThat(lines).hasSizeGreaterThan(5).allSatisfy(line -> {
            assertThat(line.get("timestamp").asText()).endsWith("Z");
            assertThat(line.hasNonNull("level")).isTrue();
            assertThat(line.hasNonNull("loggerName")).isTrue();
            assertThat(line.hasNonNull("message")).isTrue();
            assertThat(line.hasNonNull("threadName")).isTrue();
            assertThat(line.hasNonNull("hostName")).isTrue();
        });
        assertThat(lines.stream()
                        .filter(line -> line.get("message")
                                .asText()
                                .matches("(?s)(authentication failed|forbidden|unforeseen).*")))
                .as("lines about requests")
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(line -> assertThat(line.at("/mdc/traceId").asText())
                        .as(line.toString())
                        .matches("[0-9a-f]{32}"));
        assertThat(log)
                .contains("authentication failed", "forbidden")
                .doesNotContain(
                        ServiceProcess.KEY.substring(17),
                        secret.substring(17),
                        WRONG_KEY.substring(17),
                        "203.0.113.77",
                        "canary@",
                        "\u001b");
    }

    private static void workWithCanaries(ServiceProcess service) {
        put(service, "organizations/o", "{\"name\":\"a\\nFAKE b\"}", 400);
        put(service, "organizations/o", "{\"name\":\"o\"}", 201);
        put(service, "zones/z", "{\"name\":\"z\",\"organization\":\"o\",\"cidrs\":[\"10.77.0.0/24\"]}", 201);
        put(
                service,
                "third-parties/t",
                "{\"name\":\"t\",\"kind\":\"VENDOR\",\"contacts\":[{\"name\":\"n\",\"email\":\"canary@msp.example\"}]}",
                201);
        put(service, "connection-points/c", "{\"thirdParty\":\"t\",\"zone\":\"z\"}", 201);
        put(service, "connection-points/c/ruleset?format=RULES_JSON", RULES, 200);
        put(service, "connection-points/c/ruleset?format=RULES_JSON", RULES.replace("443", "99999"), 400);
    }

    private static void put(ServiceProcess service, String address, String body, int expected) {
        service.api()
                .header("Content-Type", "application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .urlEncodingEnabled(false)
                .put("/" + address)
                .then()
                .statusCode(expected);
    }

    private static void attack(ServiceProcess service, String viewerKey) throws IOException {
        for (String path : List.of("/zones", "/zones/%0d%0aFAKE%1b%5b31m", "/%e2%80%ae")) {
            given().urlEncodingEnabled(false)
                    .header("Authorization", "Bearer " + WRONG_KEY)
                    .get(service.address() + "/api/v1" + path)
                    .then()
                    .statusCode(401);
        }
        given().header("Authorization", "Bearer " + viewerKey)
                .delete(service.address() + "/api/v1/organizations/o")
                .then()
                .statusCode(403);
        URI address = URI.create(service.address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write("GET /\u001b[31mFAKE HTTP/1.1\r\nHost: \u001b\r\n\r\n"
                            .getBytes(StandardCharsets.ISO_8859_1));
            socket.setSoTimeout(2_000);
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .endsWith(" 400");
        }
    }

    private static List<JsonNode> parsed(String log) throws IOException {
        var json = new ObjectMapper();
        var lines = new ArrayList<JsonNode>();
        for (String line : log.lines().toList()) {
            lines.add(json.readTree(line));
        }
        return lines;
    }

    @Test
    void refusesToStartWithAKeySomebodyCouldGuess() throws Exception {
        var refusal = ServiceProcess.refusal(
                directory,
                Map.of("SEKISHO_ADMIN_KEY", "changeme", "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:h2:mem:refused"));

        assertThat(refusal.exitCode()).isEqualTo(1);
        assertThat(refusal.said())
                .contains("SEKISHO_ADMIN_KEY has not the form of a key")
                .doesNotContain("changeme");
    }

    @Test
    void refusesToStartUnderAModelThatWasRemovedBeforeItTouchesTheDatabase() throws Exception {
        Path data = directory.resolve("unscored");

        var refusal = ServiceProcess.refusal(
                directory,
                Map.of("SEKISHO_ASSESSMENT_MODEL", "2026-11", "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:h2:file:" + data));

        assertThat(refusal.exitCode()).isEqualTo(1);
        assertThat(refusal.said())
                .contains("version 1 of the risk model is removed. Leave the setting out, or set 2026-12.")
                .doesNotContain("Exception");
        assertThat(Path.of(data + ".mv.db")).doesNotExist();
    }

    @Test
    void tellsOfAPortInUseBeforeItPrintsAKeyOrTouchesTheDatabase() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path data = directory.resolve("untouched");

            var refusal = ServiceProcess.refusal(
                    directory,
                    Map.of(
                            "QUARKUS_HTTP_PORT",
                            String.valueOf(other.getLocalPort()),
                            "QUARKUS_DATASOURCE_JDBC_URL",
                            "jdbc:h2:file:" + data));

            assertThat(refusal.exitCode()).isEqualTo(1);
            assertThat(refusal.said()).contains("cannot listen on port " + other.getLocalPort());
            assertThat(Files.list(directory)).noneMatch(file -> file.toString().contains("untouched"));
        }
    }
}
