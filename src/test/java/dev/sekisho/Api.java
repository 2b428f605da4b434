package dev.sekisho;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Requests in few words. Bodies are written with single quotes and sent as UTF-8. */
public final class Api {
    public static final String ADMIN_KEY = "sek_abcdefghijkl_0123456789012345678901234567890123456789012";
    public static final String PROBLEM = "application/problem+json;charset=UTF-8";
    private static final String V1 = "/api/v1/";
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Api() {}

    /** A request of the administrator. */
    public static RequestSpecification caller() {
        return caller(ADMIN_KEY);
    }

    public static RequestSpecification caller(String key) {
        return stranger().header("Authorization", "Bearer " + key);
    }

    /** A request without a key. */
    public static RequestSpecification stranger() {
        return given().config(asSent("application/json", "application/merge-patch+json", "application/x-ndjson"))
                .urlEncodingEnabled(false);
    }

    private static RestAssuredConfig asSent(String... types) {
        EncoderConfig encoder =
                EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false);
        for (String type : types) {
            encoder = encoder.encodeContentTypeAs(type, ContentType.BINARY);
        }
        return RestAssuredConfig.config().encoderConfig(encoder);
    }

    public static RequestSpecification sending(String body) {
        return sendingRaw(quoted(body));
    }

    /** Sends the text exactly as it is. */
    public static RequestSpecification sendingRaw(String body) {
        return sending("application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    public static RequestSpecification sending(String type, byte[] body) {
        return caller().header("Content-Type", type).body(body);
    }

    public static Response get(String address) {
        return caller().get(V1 + address);
    }

    public static Response get(String address, String ifNoneMatch) {
        return caller().header("If-None-Match", ifNoneMatch).get(V1 + address);
    }

    public static Response post(String address, String body) {
        return sending(body).post(V1 + address);
    }

    public static Response put(String address, String body) {
        return sending(body).put(V1 + address);
    }

    public static Response patch(String address, String body) {
        return sending("application/merge-patch+json", quoted(body).getBytes(StandardCharsets.UTF_8))
                .patch(V1 + address);
    }

    public static Response delete(String address) {
        return caller().delete(V1 + address);
    }

    public static Response importing(String lines) {
        return sending("application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8))
                .post(V1 + "imports");
    }

    /** What an address answers, which must be 200. */
    public static JsonNode read(String address) {
        return tree(get(address).then().statusCode(200).extract().response());
    }

    public static JsonNode tree(Response response) {
        return parse(response.asString());
    }

    public static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + json, e);
        }
    }

    public static String etag(Response response) {
        return response.header("ETag");
    }

    /** A beginning for keys that no other test uses. */
    public static String unique() {
        return "t" + UUID.randomUUID().toString().substring(0, 8) + "-";
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }
}
