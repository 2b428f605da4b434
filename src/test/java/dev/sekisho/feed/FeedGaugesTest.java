package dev.sekisho.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.Api;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeedGaugesTest {
    @Inject
    FeedGauges gauges;

    @Test
    void tellWhenAFeedWasTakenOver() {
        Api.sending("application/octet-stream", "cve,epss\nCVE-2024-21762,0.9\n".getBytes(StandardCharsets.UTF_8))
                .put("/api/v1/feeds/epss?force=true")
                .then()
                .statusCode(200);

        gauges.read();

        assertThat(Api.caller().get("/q/metrics").asString())
                .containsPattern("(?m)^sekisho_feed_last_success_seconds\\{feed=\"epss\"\\} 1\\.[0-9]+E9$");
    }
}
