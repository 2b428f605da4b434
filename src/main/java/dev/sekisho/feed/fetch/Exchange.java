package dev.sekisho.feed.fetch;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** One request and its answer, whose body goes into a file as it comes: nothing of it is held in memory. */
final class Exchange {
    private static final int LONGEST_VALIDATOR = 500;

    private final Vertx vertx;
    private final FetchLimits limits;
    private final Validators held;
    private final Path into;
    private final Promise<HttpAnswer> outcome = Promise.promise();
    private final AtomicLong received = new AtomicLong();
    private long atLastLook;

    Exchange(Vertx vertx, FetchLimits limits, Validators held, Path into) {
        this.vertx = vertx;
        this.limits = limits;
        this.held = held;
        this.into = into;
    }

    Future<HttpAnswer> with(HttpClient client, RequestOptions request) {
        long looks = vertx.setPeriodic(limits.patience().toMillis(), timer -> look());
        client.request(request)
                .compose(HttpClientRequest::send)
                .onSuccess(this::answered)
                .onFailure(this::broken);
        return outcome.future().onComplete(any -> vertx.cancelTimer(looks));
    }

    /** One look serves for all that can be slow: the connection, the answer's head, and its body byte by byte. */
    private void look() {
        long now = received.get();
        if (now - atLastLook < FetchLimits.LEAST_BYTES) {
            fail("less than " + FetchLimits.LEAST_BYTES + " bytes came within " + limits.patience());
        }
        atLastLook = now;
    }

    private void answered(HttpClientResponse response) {
        response.exceptionHandler(this::broken);
        switch (response.statusCode()) {
            case 200 -> store(response);
            case 301, 302, 303, 307, 308 -> elsewhere(response);
            case 304 -> outcome.tryComplete(HttpAnswer.unchanged(held));
            default -> fail("the host answered with status " + response.statusCode());
        }
    }

    private void elsewhere(HttpClientResponse response) {
        String location = response.getHeader(HttpHeaders.LOCATION);
        if (location == null) {
            fail("it is redirected to nowhere");
        } else {
            outcome.tryComplete(HttpAnswer.elsewhere(location));
        }
        // Its body is nobody's business, however long it is.
        response.request().reset();
    }

    private void store(HttpClientResponse response) {
        if (tooLarge(stated(response))) {
            return;
        }
        response.pause();
        vertx.fileSystem()
                .open(into.toString(), new OpenOptions().setTruncateExisting(true))
                .onSuccess(file -> store(response, file))
                .onFailure(this::broken);
    }

    private void store(HttpClientResponse response, AsyncFile file) {
        outcome.future().onFailure(any -> file.close());
        response.handler(part -> write(response, file, part));
        response.endHandler(
                end -> file.close().onSuccess(any -> stored(response)).onFailure(this::broken));
        response.resume();
    }

    private void write(HttpClientResponse response, AsyncFile file, Buffer part) {
        if (outcome.future().isComplete() || tooLarge(received.addAndGet(part.length()))) {
            return;
        }
        file.write(part).onFailure(this::broken);
        if (file.writeQueueFull()) {
            response.pause();
            file.drainHandler(drained -> response.resume());
        }
    }

    private void stored(HttpClientResponse response) {
        outcome.tryComplete(HttpAnswer.file(new Validators(
                validator(response.getHeader(HttpHeaders.ETAG)),
                validator(response.getHeader(HttpHeaders.LAST_MODIFIED)))));
    }

    private boolean tooLarge(long bytes) {
        if (bytes > limits.bytes()) {
            fail("it is larger than " + limits.bytes() + " bytes");
        }
        return bytes > limits.bytes();
    }

    private static long stated(HttpClientResponse response) {
        try {
            return Long.parseLong(response.getHeader(HttpHeaders.CONTENT_LENGTH));
        } catch (NumberFormatException notStated) {
            return 0;
        }
    }

    private static @Nullable String validator(@Nullable String text) {
        return text == null || text.length() > LONGEST_VALIDATOR ? null : text;
    }

    private void broken(Throwable cause) {
        String reason = cause instanceof SSLException || cause.getCause() instanceof SSLException
                ? "no trusted connection could be made to the host"
                : "the connection failed or broke off";
        outcome.tryFail(new FetchFailed(reason, cause));
    }

    private void fail(String reason) {
        outcome.tryFail(new FetchFailed(reason));
    }
}
