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
    private static final Path RULES = Path.of("deploy/prometheus-rules.yaml");
    private static final Path TESTS = Path.of("deploy/prometheus-rules-test.yaml");
    private static final Pattern METRIC = Pattern.compile("([a-z_]+)\\{job=\"sekisho\"");
    private static final Pattern ALERT = Pattern.compile("alert: (\\w+)");

    /** Written by Prometheus itself. */
    private static final String UP = "up";

    /** Served from a minute after a feed was taken over; FeedGaugesTest looks. */
    private static final String FEEDS = "sekisho_feed_last_success_seconds";

    /** Served of those at risk; ThirdPartyGaugesTest looks. */
    private static final String THIRD_PARTY = "sekisho_third_party_";

    @Test
    void watchMetricsThatThereAre() throws IOException {
        Set<String> watched = METRIC.matcher(Files.readString(RULES))
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.equals(UP) && !name.equals(FEEDS) && !name.startsWith(THIRD_PARTY))
                .collect(Collectors.toSet());

        // Answered, so that there is a request to have been counted.
        Api.get("zones").then().statusCode(200);
        String served = Api.caller().get("/q/metrics").asString();

        assertThat(watched)
                .hasSizeGreaterThan(2)
                .allSatisfy(name -> assertThat(served).containsPattern("(?m)^" + name + "[{ ]"));
    }

    /** Each alert is tried both ways by promtool, where there is one; that each is tried at all is held here. */
    @Test
    void areEachTriedAtAMomentWhenTheyComeAndAtOneWhenTheyDoNot() throws IOException {
        String tests = Files.readString(TESTS);

        assertThat(ALERT.matcher(Files.readString(RULES)).results().map(found -> found.group(1)))
                .hasSizeGreaterThan(10)
                .allSatisfy(alert -> assertThat(tests)
                        .containsPattern("alertname: " + alert + ", exp_alerts: \\[\\]")
                        .containsPattern("alertname: " + alert + "\\n\\s+exp_alerts:\\n\\s+- exp_labels"));
    }
}
