package dev.sekisho.web.origin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(CrossOriginTest.Listed.class)
class CrossOriginTest {
    private static final String DASHBOARD = "https://dash.example";
    private static final String ZONES = "/api/v1/zones?limit=1";

    /** A database of its own, because another profile starts another process. */
    public static class Listed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    "jdbc:h2:mem:origins;DB_CLOSE_DELAY=-1",
                    "sekisho.cors.origins",
                    DASHBOARD + ",http://localhost:3000");
        }
    }

    private static Response preflight(String origin, String path, String method) {
        return Api.stranger()
                .header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", "authorization,if-none-match")
                .options(path);
    }

    private static String allowed(Response answer) {
        return answer.header("Access-Control-Allow-Origin");
    }

    private static void saysNothing(Response answer) {
        assertThat(answer.headers().asList())
                .noneMatch(header -> header.getName().startsWith("Access-Control"));
        if (answer.statusCode() != 404) {
            assertThat(answer.header("Vary")).contains("Origin");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE"})
    void answersAPreflightWithoutAKey(String method) {
        Response answer = preflight(DASHBOARD, "/api/v1/zones/any", method);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(allowed(answer)).isEqualTo(DASHBOARD);
        assertThat(answer.header("Access-Control-Allow-Methods")).contains(method);
        assertThat(answer.header("Access-Control-Allow-Headers")).contains("Authorization", "If-None-Match");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
        assertThat(answer.header("Vary")).contains("Origin");
        assertThat(answer.asString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "https://dash.example.evil.example",
                "HTTPS://DASH.EXAMPLE",
                "http://dash.example"
            })
    void saysNothingToAnyOtherOrigin(String origin) {
        Response asked = preflight(origin, ZONES, "GET");
        Response read = Api.caller().header("Origin", origin).get(ZONES);

        assertThat(asked.statusCode()).isEqualTo(401);
        saysNothing(asked);
        assertThat(read.statusCode()).isEqualTo(200);
        saysNothing(read);
    }

    @Test
    void letsAPageOfAnAllowedOriginReadWithAKeyOfItsOwn() {
        Response read = Api.caller().header("Origin", DASHBOARD).get(ZONES);

        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(allowed(read)).isEqualTo(DASHBOARD);
        assertThat(read.header("Access-Control-Expose-Headers")).contains("ETag", "Location", "Retry-After");
        assertThat(read.header("Access-Control-Allow-Credentials")).isNull();
        assertThat(read.header("Vary")).contains("Authorization", "Origin");
    }

    @Test
    void letsItReadWhyItIsRefusedAndThatNothingIsNew() {
        Response refused = Api.stranger().header("Origin", DASHBOARD).get(ZONES);
        String etag = Api.get("zones?limit=1").header("ETag");
        Response unchanged = Api.caller()
                .header("Origin", DASHBOARD)
                .header("If-None-Match", etag)
                .get(ZONES);

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(allowed(refused)).isEqualTo(DASHBOARD);
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(allowed(unchanged)).isEqualTo(DASHBOARD);
        assertThat(unchanged.header("Vary")).contains("Origin");
    }

    /** A browser sends Basic by itself; a key in Bearer only the page can have. */
    @Test
    void takesChangesOfItWithBearerAndNeverWithBasic() {
        String key = Api.unique();
        Response withBasic = Api.stranger()
                .auth()
                .preemptive()
                .basic("any", Api.ADMIN_KEY)
                .header("Origin", DASHBOARD)
                .header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/json")
                .body("{\"name\": \"x\"}".getBytes(StandardCharsets.UTF_8))
                .put("/api/v1/organizations/" + key);
        Response withBearer = Api.sending("{'name': 'x'}")
                .header("Origin", DASHBOARD)
                .header("Sec-Fetch-Site", "cross-site")
                .put("/api/v1/organizations/" + key);

        assertThat(withBasic.statusCode()).isEqualTo(403);
        assertThat(withBearer.statusCode()).isEqualTo(201);
        assertThat(allowed(withBearer)).isEqualTo(DASHBOARD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/q/metrics", "/q/openapi", "/q/swagger-ui/"})
    void letsNobodyElseReadThePagesBeside(String path) {
        assertThat(allowed(Api.caller().header("Origin", DASHBOARD).get(path))).isNull();
    }

    @Test
    void countsPreflightsAsRequestsOfTheUsualKindOnly() {
        for (int i = 0; i < 5; i++) {
            preflight(DASHBOARD, "/api/v1/never-heard-of-" + i, "GET");
        }

        String metrics = Api.caller().get("/q/metrics").asString();
        assertThat(metrics).doesNotContain("never-heard-of", "dash.example");
    }
}
