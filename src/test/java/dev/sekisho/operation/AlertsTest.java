package dev.sekisho.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.Api;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AlertsTest {
    private static final Pattern METRIC = Pattern.compile("([a-z_]+)\\{job=\"sekisho\"");

    /** Written by Prometheus itself. */
    private static final String UP = "up";

    @Test
    void watchMetricsThatThereAre() throws IOException {
        Set<String> watched = METRIC.matcher(Files.readString(Path.of("deploy/prometheus-rules.yaml")))
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.equals(UP))
                .collect(Collectors.toSet());

        // Answered, so that there is a request to have been counted.
        Api.get("zones").then().statusCode(200);
        String served = Api.caller().get("/q/metrics").asString();

        assertThat(watched)
                .hasSizeGreaterThan(2)
                .allSatisfy(name -> assertThat(served).containsPattern("(?m)^" + name + "[{ ]"));
    }
}
