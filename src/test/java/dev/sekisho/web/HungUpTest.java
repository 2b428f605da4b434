package dev.sekisho.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.utils.VertxJavaIoContext;
import io.quarkus.vertx.utils.VertxOutputStream;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever closes its connection while it is answered is no failure of ours; every other broken stream is. */
class HungUpTest {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());
    private static final int ATTEMPTS = 20;

    private final Queue<Level> told = new ConcurrentLinkedQueue<>();
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord line) {
            told.add(line.getLevel());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOG.addHandler(ear);
    }

    @AfterEach
    void listenNoMore() {
        LOG.removeHandler(ear);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isNoFailureWhileALargeAnswerIsSent(boolean reset) throws Exception {
        Optional<IOException> failure = Optional.empty();
        for (int i = 0; i < ATTEMPTS && failure.isEmpty(); i++) {
            failure = hungUp(reset);
        }

        assertThat(failure).isPresent();
        assertThat(statusOf(failure.get())).isEqualTo(400);
        assertThat(told).noneMatch(HungUpTest::isGrave);
    }

    @Test
    void isAFailureWhereSomethingElseCannotBeReadOrWritten() {
        assertThat(statusOf(new IOException("Bad file descriptor"))).isEqualTo(500);
        assertThat(told).anyMatch(HungUpTest::isGrave);
    }

    private static boolean isGrave(Level level) {
        return level.intValue() > Level.INFO.intValue();
    }

    private static int statusOf(IOException failure) {
        var uri = (UriInfo) Proxy.newProxyInstance(
                UriInfo.class.getClassLoader(),
                new Class<?>[] {UriInfo.class},
                (proxy, method, arguments) -> URI.create("http://localhost/api/v1/somewhere"));
        try (var answer = new ProblemMapper(null, null, new CurrentVertxRequest(), null).unforeseen(failure, uri)) {
            return answer.getStatus();
        }
    }

    /** What sending a large answer throws once its reader is gone; nothing where the stream does not get to know. */
    private static Optional<IOException> hungUp(boolean reset) throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            var thrown = new CompletableFuture<Optional<IOException>>();
            var router = Router.router(vertx);
            router.get("/").blockingHandler(request -> thrown.complete(send(request)));
            HttpServer server = vertx.createHttpServer()
                    .requestHandler(router)
                    .listen(0, "localhost")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);
            try (var socket = new Socket("localhost", server.actualPort())) {
                socket.setSoLinger(reset, 0);
                socket.getOutputStream()
                        .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                socket.getInputStream().readNBytes(100);
            }
            return thrown.get(20, TimeUnit.SECONDS);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        }
    }

    private static Optional<IOException> send(RoutingContext request) {
        var answer = new VertxOutputStream(new VertxJavaIoContext(request, 128, 8191));
        try {
            for (int i = 0; i < 300; i++) {
                answer.write(new byte[100_000]);
            }
            return Optional.empty();
        } catch (IOException failure) {
            return Optional.of(failure);
        }
    }
}
