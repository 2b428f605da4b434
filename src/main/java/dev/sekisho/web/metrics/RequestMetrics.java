package dev.sekisho.web.metrics;

import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.http.Outcome;
import io.quarkus.arc.Arc;
import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.metrics.HttpServerMetrics;
import io.vertx.core.spi.observability.HttpRequest;
import io.vertx.core.spi.observability.HttpResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Times requests under the template of their address and one of the usual methods. The measurements it stands before
 * take method and path as they were sent: every invented one would be a series for ever, without a key.
 */
final class RequestMetrics implements HttpServerMetrics<HttpRequestMetric, LongTaskTimer.Sample, LongTaskTimer.Sample> {
    static final String REQUESTS = "http.server.requests";
    static final String OTHER = "OTHER";
    static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");
    private static final String RESET = "RESET";

    private final HttpServerMetrics<HttpRequestMetric, LongTaskTimer.Sample, LongTaskTimer.Sample> rest;
    private final MeterProvider<Timer> requests = Timer.builder(REQUESTS)
            .description("HTTP server request processing time")
            .withRegistry(Metrics.globalRegistry);
    private @Nullable RouteTemplates templates;

    /** @param rest measures everything but finished requests */
    RequestMetrics(HttpServerMetrics<HttpRequestMetric, LongTaskTimer.Sample, LongTaskTimer.Sample> rest) {
        this.rest = rest;
    }

    @Override
    public HttpRequestMetric requestBegin(LongTaskTimer.Sample connection, HttpRequest request) {
        return rest.requestBegin(connection, request);
    }

    @Override
    public void requestRouted(HttpRequestMetric request, String route) {
        rest.requestRouted(request, route);
    }

    @Override
    public void responseEnd(HttpRequestMetric request, HttpResponse response, long bytesWritten) {
        int status = response.statusCode();
        finished(request, String.valueOf(status), Outcome.forStatus(status));
    }

    @Override
    public void requestReset(HttpRequestMetric request) {
        finished(request, RESET, Outcome.CLIENT_ERROR);
    }

    private void finished(HttpRequestMetric request, String status, Outcome outcome) {
        Tags tags = Tags.of(outcome.asTag())
                .and("method", method(request.request().method()))
                .and("uri", templates().of(request.getInitialPath()))
                .and("status", status);
        request.getSample().stop(requests.withTags(tags));
        request.requestEnded();
    }

    private static String method(HttpMethod sent) {
        return METHODS.contains(sent.name()) ? sent.name() : OTHER;
    }

    /** The server is there before the endpoints are known. */
    private synchronized RouteTemplates templates() {
        if (templates == null) {
            templates = Arc.container().instance(RouteTemplates.class).get();
        }
        return templates;
    }

    @Override
    public LongTaskTimer.Sample connected(SocketAddress remoteAddress, String remoteName) {
        return rest.connected(remoteAddress, remoteName);
    }

    @Override
    public void disconnected(LongTaskTimer.Sample connection, SocketAddress remoteAddress) {
        rest.disconnected(connection, remoteAddress);
    }

    @Override
    public void bytesRead(LongTaskTimer.Sample connection, SocketAddress remoteAddress, long count) {
        rest.bytesRead(connection, remoteAddress, count);
    }

    @Override
    public void bytesWritten(LongTaskTimer.Sample connection, SocketAddress remoteAddress, long count) {
        rest.bytesWritten(connection, remoteAddress, count);
    }

    @Override
    public void exceptionOccurred(LongTaskTimer.Sample connection, SocketAddress remoteAddress, Throwable failure) {
        rest.exceptionOccurred(connection, remoteAddress, failure);
    }

    @Override
    public void close() {
        rest.close();
    }
}
