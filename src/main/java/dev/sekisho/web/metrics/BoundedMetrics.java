package dev.sekisho.web.metrics;

import io.micrometer.core.instrument.LongTaskTimer;
import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.quarkus.vertx.http.runtime.ExtendedQuarkusVertxHttpMetrics;
import io.vertx.core.Vertx;
import io.vertx.core.datagram.DatagramSocketOptions;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.VertxServiceProvider;
import io.vertx.core.spi.metrics.ClientMetrics;
import io.vertx.core.spi.metrics.DatagramSocketMetrics;
import io.vertx.core.spi.metrics.EventBusMetrics;
import io.vertx.core.spi.metrics.HttpClientMetrics;
import io.vertx.core.spi.metrics.HttpServerMetrics;
import io.vertx.core.spi.metrics.PoolMetrics;
import io.vertx.core.spi.metrics.TCPMetrics;
import io.vertx.core.spi.metrics.VertxMetrics;
import org.jspecify.annotations.Nullable;

/** Puts {@link RequestMetrics} before the measurements of HTTP servers and leaves all others as they are. */
public class BoundedMetrics implements VertxServiceProvider {
    @Override
    public void init(VertxBuilder builder) {
        // What measures is asked before all other providers.
        if (builder.metrics() != null) {
            builder.metrics(new Standing(builder.metrics()));
        }
    }

    private record Standing(VertxMetrics before) implements VertxMetrics, ExtendedQuarkusVertxHttpMetrics {
        @Override
        @SuppressWarnings("unchecked")
        public @Nullable HttpServerMetrics<?, ?, ?> createHttpServerMetrics(
                HttpServerOptions options, SocketAddress address) {
            HttpServerMetrics<?, ?, ?> measured = before.createHttpServerMetrics(options, address);
            return measured == null
                    ? null
                    : new RequestMetrics(
                            (HttpServerMetrics<HttpRequestMetric, LongTaskTimer.Sample, LongTaskTimer.Sample>)
                                    measured);
        }

        @Override
        public ConnectionTracker getHttpConnectionTracker() {
            return before instanceof ExtendedQuarkusVertxHttpMetrics extended
                    ? extended.getHttpConnectionTracker()
                    : NOOP_CONNECTION_TRACKER;
        }

        @Override
        public @Nullable EventBusMetrics<?> createEventBusMetrics() {
            return before.createEventBusMetrics();
        }

        @Override
        public @Nullable ClientMetrics<?, ?, ?, ?> createClientMetrics(
                SocketAddress address, String type, String namespace) {
            return before.createClientMetrics(address, type, namespace);
        }

        @Override
        public @Nullable HttpClientMetrics<?, ?, ?, ?> createHttpClientMetrics(HttpClientOptions options) {
            return before.createHttpClientMetrics(options);
        }

        @Override
        public @Nullable TCPMetrics<?> createNetServerMetrics(NetServerOptions options, SocketAddress address) {
            return before.createNetServerMetrics(options, address);
        }

        @Override
        public @Nullable TCPMetrics<?> createNetClientMetrics(NetClientOptions options) {
            return before.createNetClientMetrics(options);
        }

        @Override
        public @Nullable DatagramSocketMetrics createDatagramSocketMetrics(DatagramSocketOptions options) {
            return before.createDatagramSocketMetrics(options);
        }

        @Override
        public @Nullable PoolMetrics<?> createPoolMetrics(String type, String name, int size) {
            return before.createPoolMetrics(type, name, size);
        }

        @Override
        public void vertxCreated(Vertx vertx) {
            before.vertxCreated(vertx);
        }

        @Override
        public boolean isMetricsEnabled() {
            return before.isMetricsEnabled();
        }

        @Override
        public void close() {
            before.close();
        }
    }
}
