package dev.sekisho.web.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RequestMetricsTest {
    private static final String KEY = "sek_abcdefghijkl_0123456789012345678901234567890123456789012";
    private static final int MANY = 150;

    @TestHTTPResource("/")
    URI server;

    /** What a caller can vary in a request: %1$s is new in each. */
    private static final String[] INVENTED = {
        "INV%1$s /api/v1/zones HTTP/1.1\r\nHost: x\r\n",
        "INV%1$s /api/v1/zones HTTP/1.0\r\n",
        "GET /api/v1/zones/none-%1$s HTTP/1.1\r\nHost: x\r\n",
        "GET /none-%1$s HTTP/1.1\r\nHost: x\r\n",
        "GET /q/none-%1$s HTTP/1.1\r\nHost: x\r\n",
        "GET /q/swagger-ui/none-%1$s.js HTTP/1.1\r\nHost: x\r\n",
        "GET //none-%1$s HTTP/1.1\r\nHost: x\r\n",
        "GET /%%zz%1$s HTTP/1.1\r\nHost: x\r\n",
        "GET http://host-%1$s/none-%1$s HTTP/1.1\r\nHost: host-%1$s\r\n",
        "GET /api/v1/zones?none-%1$s=1 HTTP/1.1\r\nHost: host-%1$s\r\nUser-Agent: agent-%1$s\r\n",
        "GET /none-%1$s HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n",
        "GET /none-%1$s HTTP/1.1\r\nHost: x\r\nUpgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\n"
                + "HTTP2-Settings: AAMAAABkAAQAAP__\r\n",
        "OPTIONS /none-%1$s HTTP/1.1\r\nHost: x\r\nOrigin: http://host-%1$s\r\n"
                + "Access-Control-Request-Method: INV%1$s\r\nAccess-Control-Request-Headers: x-%1$s\r\n",
        "GET /none-%1$s HTTP/%1$s.1\r\nHost: x\r\n",
    };

    @Test
    void growsByNothingThatAStrangerInvents() throws Exception {
        assertMetersStay("");
    }

    @Test
    void growsByNothingThatACallerInvents() throws Exception {
        assertMetersStay("Authorization: Bearer " + KEY + "\r\n");
    }

    private void assertMetersStay(String credential) throws Exception {
        send("first", 2, credential);
        Set<String> before = meters();
        int seriesBefore = remembered();

        send("then", MANY, credential);

        assertThat(meters()).allSatisfy(meter -> assertThat(meter).doesNotContainIgnoringCase("then"));
        assertThat(meters().size() - before.size()).isLessThan(10);
        assertThat(remembered() - seriesBefore).isLessThan(20);
    }

    private void send(String word, int times, String credential) throws IOException {
        for (String request : INVENTED) {
            for (int i = 0; i < times; i++) {
                exchange(request.formatted(word + i) + credential + "\r\n");
            }
        }
    }

    /** Waits for the first bytes of the answer and for no more. */
    private void exchange(String request) throws IOException {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(5_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            assertThat(socket.getInputStream().read()).isNotNegative();
        }
    }

    @Test
    void labelsOnlyWithWhatIsServedAndUsual() throws IOException {
        send("label", 2, "");
        send("label", 2, "Authorization: Bearer " + KEY + "\r\n");

        Set<String> methods = values("method");
        Set<String> addresses = values("uri");

        assertThat(RequestMetrics.METHODS).containsAll(minus(methods, RequestMetrics.OTHER));
        assertThat(methods).contains(RequestMetrics.OTHER);
        assertThat(templates().all()).containsAll(addresses);
        assertThat(addresses).contains(RouteTemplates.UNKNOWN);
    }

    @Test
    void stillCountsWhatWasNeverCalledBeforeAfterHundredsOfUnknownAddresses() throws IOException {
        send("blind", MANY, "");
        long before = counted("/api/v1/rules/{code}", "200");

        caller().get("/api/v1/rules/NET-01").then().statusCode(200);

        Awaitility.await()
                .atMost(5, TimeUnit.SECONDS)
                .until(() -> counted("/api/v1/rules/{code}", "200") == before + 1);
    }

    @Test
    void countsUnderTheTemplateWhateverTheAnswer() {
        caller().get("/api/v1/zones/there-is-none").then().statusCode(404);
        caller().get("/api/v1/zones/any?unknown=1").then().statusCode(400);
        given().get("/api/v1/zones/any").then().statusCode(401);

        Awaitility.await()
                .atMost(5, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(Set.of("404", "400", "401"))
                        .allSatisfy(status -> assertThat(counted("/api/v1/zones/{key}", status))
                                .isPositive()));
    }

    /** There is room for every label the filter of the extension may see. */
    @Test
    void hasFewerTemplatesThanTheLimit() {
        assertThat(templates().all()).hasSizeBetween(50, 500);
    }

    private static RequestSpecification caller() {
        return given().header("Authorization", "Bearer " + KEY);
    }

    private static long counted(String uri, String status) {
        return Metrics.globalRegistry.find(RequestMetrics.REQUESTS).tags("uri", uri, "status", status).timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private static Set<String> values(String tag) {
        return Metrics.globalRegistry.find(RequestMetrics.REQUESTS).timers().stream()
                .map(timer -> timer.getId().getTag(tag))
                .collect(Collectors.toSet());
    }

    private static Set<String> minus(Set<String> all, String one) {
        return all.stream().filter(value -> !value.equals(one)).collect(Collectors.toSet());
    }

    /** Every series of every meter, whoever measures it. */
    private static Set<String> meters() {
        return Metrics.globalRegistry.getMeters().stream()
                .map(Meter::getId)
                .map(id ->
                        id.getName() + id.getTags().stream().map(Tag::toString).toList())
                .collect(Collectors.toSet());
    }

    /** A registry remembers what it was asked for as well, before any filter has joined it to what it has. */
    private static int remembered() throws ReflectiveOperationException {
        var field = MeterRegistry.class.getDeclaredField("preFilterIdToMeterMap");
        field.setAccessible(true);
        int all = 0;
        for (MeterRegistry registry : Metrics.globalRegistry.getRegistries()) {
            all += ((Map<?, ?>) field.get(registry)).size();
        }
        return all + ((Map<?, ?>) field.get(Metrics.globalRegistry)).size();
    }

    /** Looked up as the server does: injected, it would be kept in the tests and left out of the package. */
    private static RouteTemplates templates() {
        return Arc.container().instance(RouteTemplates.class).get();
    }
}
