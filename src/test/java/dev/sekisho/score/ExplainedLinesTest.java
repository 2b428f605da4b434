package dev.sekisho.score;

import static dev.sekisho.Api.patch;
import static dev.sekisho.Api.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sekisho.demo.Demo;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Whoever reads a line of a score finds what it says. */
@QuarkusTest
class ExplainedLinesTest {
    private static final List<String> SUBJECTS = List.of(
            "portfolio",
            "organizations/mirai-power",
            "zones/power-office",
            "zone-links/unix-office",
            "third-parties/msp-1",
            "third-parties/edi-partner",
            "connection-points/msp-unix",
            "connection-points/edi-gateway",
            "connection-points/turbine-remote");

    @Test
    void everyLineIsExplained() {
        Demo.load();
        patch("third-parties/msp-1", "{'notice': 'SUSPECTED'}").then().statusCode(200);
        patch("third-parties/turbine-vendor", "{'notice': 'COMPROMISED'}")
                .then()
                .statusCode(200);
        patch("third-parties/edi-partner", "{'state': 'OFFBOARDED'}").then().statusCode(200);
        patch("connection-points/msp-unix", "{'privileged': true}").then().statusCode(200);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(codes(read("connection-points/turbine-remote/risk")))
                        .contains("FLOOR.COMPROMISED"));

        var found = new TreeSet<String>();
        SUBJECTS.forEach(subject -> found.addAll(codes(read(subject + "/risk"))));

        List<Pattern> explained = codes(read("assessment/model").get("explanation"), "lines").stream()
                .map(code -> Pattern.compile(Pattern.quote(code).replace("*", "\\E.+\\Q")))
                .toList();
        assertThat(found)
                .contains("BREAK.1", "NOTICE", "OFFBOARDED", "PRIVILEGED", "THIRD_PARTY:msp-1")
                .allMatch(code ->
                        explained.stream().anyMatch(one -> one.matcher(code).matches()));
    }

    private static List<String> codes(JsonNode risk) {
        return codes(risk, "contributions");
    }

    private static List<String> codes(JsonNode of, String lines) {
        return StreamSupport.stream(of.get(lines).spliterator(), false)
                .map(line -> line.get("code").asText())
                .toList();
    }
}
