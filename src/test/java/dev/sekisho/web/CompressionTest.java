package dev.sekisho.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.Api;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers are compressed for whoever asks for that, and are the same answers. */
@QuarkusTest
class CompressionTest {
    /** Answered out of what is remembered, and long enough. */
    private static final String LIST = "api/v1/rules";

    @TestHTTPResource("/")
    URI server;

    private HttpResponse<byte[]> ask(String path, String... headers) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(server.resolve("/" + path)).header("Authorization", "Bearer " + Api.ADMIN_KEY);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String tag(HttpResponse<?> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static byte[] plain(HttpResponse<byte[]> answer) throws IOException {
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        return new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "deflate, gzip;q=0.5, br", "x-gzip", "identity;q=0.5, gzip;q=1.0"})
    void compressesWhereThatIsAskedFor(String encodings) throws Exception {
        HttpResponse<byte[]> whole = ask(LIST);
        HttpResponse<byte[]> small = ask(LIST, "Accept-Encoding", encodings);

        assertThat(plain(small)).isEqualTo(whole.body());
        assertThat(small.body().length).isLessThan(whole.body().length / 2);
        assertThat(tag(small)).isEqualTo(tag(whole).replaceAll("\"$", "-gzip\""));
        assertThat(small.headers().firstValue("Vary").orElseThrow()).contains("Accept-Encoding", "Authorization");
        assertThat(whole.headers().firstValue("Vary").orElseThrow()).contains("Accept-Encoding", "Authorization");
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip;q=0", "br", "*", "gzip;q=x", "gzip;q=0.2, identity"})
    void leavesItAsItIsWhereThatIsAskedFor(String encodings) throws Exception {
        assertThat(ask(LIST, "Accept-Encoding", encodings).headers().firstValue("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void leavesWhatIsSmall() throws Exception {
        assertThat(ask("api/v1/zones?limit=1&q=surely-not-there", "Accept-Encoding", "gzip")
                        .headers()
                        .firstValue("Content-Encoding"))
                .isEmpty();
    }

    /** A caller that switches between the two gets 304 under the very tag it named. */
    @ParameterizedTest
    @ValueSource(strings = {"gzip", "identity"})
    void knowsWhatACallerHasWhicheverWayItCame(String encoding) throws Exception {
        String whole = tag(ask(LIST));
        String small = tag(ask(LIST, "Accept-Encoding", "gzip"));

        for (String held : new String[] {whole, small}) {
            HttpResponse<byte[]> answer = ask(LIST, "Accept-Encoding", encoding, "If-None-Match", held);
            assertThat(answer.statusCode()).isEqualTo(304);
            assertThat(tag(answer)).isEqualTo(held);
            assertThat(answer.headers().firstValue("Vary").orElseThrow()).contains("Accept-Encoding");
        }
        assertThat(ask(LIST, "Accept-Encoding", encoding, "If-None-Match", "\"x-gzip\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void takesTheTagOfWhatWasReadCompressedAsACondition() throws Exception {
        String key = Api.unique();
        String name = "n".repeat(200);
        String body = "{'name': '" + name + "', 'kind': 'MSP', 'contacts': ["
                + "{'name': '%s'},".formatted(name).repeat(8) + "{'name': 'last'}]}";
        Api.put("third-parties/" + key, body).then().statusCode(201);
        String small = tag(ask("api/v1/third-parties/" + key, "Accept-Encoding", "gzip"));

        assertThat(small).endsWith("-gzip\"");
        Api.sending("{'owner': 'a'}")
                .header("If-Match", small)
                .patch("/api/v1/third-parties/" + key)
                .then()
                .statusCode(200);
        Api.sending("{'owner': 'b'}")
                .header("If-Match", small)
                .patch("/api/v1/third-parties/" + key)
                .then()
                .statusCode(412);
    }
}
