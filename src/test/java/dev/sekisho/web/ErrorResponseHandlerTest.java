package dev.sekisho.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpRequestDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connection whose clock the test moves. */
class ErrorResponseHandlerTest {
    private final EmbeddedChannel connection =
            new EmbeddedChannel(new HttpRequestDecoder(), new ErrorResponseHandler());

    @BeforeEach
    void stopTheClock() {
        connection.freezeTime();
    }

    @Test
    void cutsAHeadThatTrickles() {
        arrives("GET /q/health HTTP/1.1\r\nHost: ");
        for (int second = 0; second < 31; second++) {
            arrives("a");
            passes(1);
        }

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void waitsForTheNextRequest() {
        arrives("GET /q/health HTTP/1.1\r\nHost: ");
        passes(20);
        arrives("a\r\n\r\n");
        passes(40);

        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void waitsForABodyThatIsUnderWay() {
        arrives("POST /api HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nab");
        passes(40);

        assertThat(connection.isOpen()).isTrue();
    }

    private void arrives(String text) {
        if (connection.isOpen()) {
            connection.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
        }
    }

    private void passes(long seconds) {
        connection.advanceTimeBy(seconds, TimeUnit.SECONDS);
        connection.runScheduledPendingTasks();
    }
}
