package dev.sekisho.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.sekisho.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** What a person reads who sent a body that is not taken. */
@QuarkusTest
class ProblemTextTest {

    private static ValidatableResponse post(String body) {
        return Api.post("zones", body).then().statusCode(400);
    }

    @Test
    void namesThePropertiesThereAreWhereOneIsNotKnown() {
        post("{\"name\": \"OT\", \"organization\": \"o\", \"kind\": \"OT\"}")
                .body("errors.pointer", contains("/kind", "/organization"))
                .body(
                        "detail",
                        allOf(
                                startsWith("/kind the property 'kind' is not known here; known are ["),
                                containsString("cidrs, "),
                                containsString("organization")));
    }

    @Test
    void saysThePlaceOnce() {
        post("{\"name\": \"OT\", \"organization\": \"o\", \"egress\": \"SOME\"}")
                .body("detail", startsWith("/egress the value 'SOME' is not one of ["))
                .body("errors.pointer", contains("/egress", "/organization"))
                .body("errors[0].detail", not(containsString("/egress")));
    }

    @Test
    void callsABodyThatIsMissingTheBody() {
        post("").body("detail", equalTo("The body is needed."));
    }
}
