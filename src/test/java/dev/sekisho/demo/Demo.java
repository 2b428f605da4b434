package dev.sekisho.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.Api;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** The demo estate as the service loads it, brought back to its beginning whatever other tests made of it. */
public final class Demo {
    private static final Pattern DAY = Pattern.compile("\\$\\{today([+-][0-9]+)?}");
    private static final Map<String, String> RULE_SETS = Map.of(
            "edi-gateway", "connection-points",
            "turbine-remote", "connection-points",
            "edi-orders", "zone-links",
            "office-ot", "zone-links");

    private Demo() {}

    public static void load() {
        for (String later : List.of(
                "advisories/MSP-2020-001",
                "connection-points/msp-unix/ruleset",
                "zone-links/unix-office/ruleset",
                "zone-links/office-sister/ruleset")) {
            assertThat(Api.delete(later).statusCode()).isIn(204, 404);
        }
        Response imported = Api.importing(dated(text("estate.ndjson")));
        assertThat(imported.statusCode()).as(imported.asString()).isEqualTo(200);
        RULE_SETS.forEach((link, collection) -> Api.sendingRaw(text(link + ".rules.json"))
                .put("/api/v1/" + collection + "/" + link + "/ruleset?format=RULES_JSON")
                .then()
                .statusCode(200));
    }

    public static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static String dated(String text) {
        return DAY.matcher(text)
                .replaceAll(day -> today().plusDays(day.group(1) == null ? 0 : Long.parseLong(day.group(1)))
                        .toString());
    }

    private static String text(String name) {
        try (InputStream in = Objects.requireNonNull(Demo.class.getResourceAsStream("/demo/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
