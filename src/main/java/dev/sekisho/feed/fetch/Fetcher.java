package dev.sekisho.feed.fetch;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Fetches files. Every hop is checked anew: its scheme, its host, and the address its host has. */
public final class Fetcher {
    private final Vertx vertx;
    private final Hosts hosts;
    private final HostAddresses addresses;
    private final FetchLimits limits;
    private final HttpClientOptions options;

    /** @param certificates PEM of the authorities to trust in place of the usual ones */
    public Fetcher(Vertx vertx, Hosts hosts, HostAddresses addresses, FetchLimits limits, Optional<Path> certificates) {
        this.vertx = vertx;
        this.hosts = hosts;
        this.addresses = addresses;
        this.limits = limits;
        this.options = new HttpClientOptions()
                .setSsl(true)
                .setVerifyHost(true)
                .setKeepAlive(false)
                .setConnectTimeout(Math.toIntExact(limits.patience().toMillis()));
        certificates.ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
    }

    /**
     * Fetches a file, in the calling thread and within the limits.
     *
     * @param held what is held already
     * @param into an existing file; what it holds is replaced where there is something new
     * @throws FetchFailed when it cannot be had, or may not
     */
    public Fetched fetch(URI from, Validators held, Path into) throws FetchFailed, InterruptedException {
        long until = System.nanoTime() + limits.time().toNanos();
        HttpClient client = vertx.createHttpClient(options);
        try {
            URI at = from;
            for (int hop = 0; hop <= FetchLimits.REDIRECTS; hop++) {
                hosts.check(at);
                RequestOptions request = request(at, addresses.of(at.getHost()), held);
                HttpAnswer answer = awaited(new Exchange(vertx, limits, held, into).with(client, request), until);
                if (answer.location() == null) {
                    return new Fetched(answer.changed(), answer.validators());
                }
                at = next(at, answer.location());
            }
            throw new FetchFailed("it is redirected more than " + FetchLimits.REDIRECTS + " times");
        } finally {
            // This also cuts what is still under way.
            client.close();
        }
    }

    /** Connects to the address that was checked, while name and certificate stay those of the host. */
    private static RequestOptions request(URI at, InetAddress address, Validators held) {
        int port = Hosts.port(at);
        String path = at.getRawPath().isEmpty() ? "/" : at.getRawPath();
        var request = new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, port)))
                .setHost(at.getHost())
                .setPort(port)
                .setURI(at.getRawQuery() == null ? path : path + "?" + at.getRawQuery())
                .putHeader(HttpHeaders.USER_AGENT, "Sekisho")
                .putHeader(HttpHeaders.ACCEPT, "*/*")
                // Every feed is taken compressed as well as plain.
                .putHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
        condition(request, HttpHeaders.IF_NONE_MATCH, held.etag());
        condition(request, HttpHeaders.IF_MODIFIED_SINCE, held.lastModified());
        return request;
    }

    private static void condition(RequestOptions request, CharSequence header, @Nullable String value) {
        if (value != null) {
            request.putHeader(header, value);
        }
    }

    private static URI next(URI at, String location) throws FetchFailed {
        try {
            return at.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new FetchFailed("it is redirected to what is no address", e);
        }
    }

    private HttpAnswer awaited(Future<HttpAnswer> answer, long until) throws FetchFailed, InterruptedException {
        try {
            return answer.toCompletionStage()
                    .toCompletableFuture()
                    .get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new FetchFailed("it took longer than " + limits.time(), e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof FetchFailed failed
                    ? failed
                    : new FetchFailed(
                            "the connection failed or broke off", Objects.requireNonNullElse(e.getCause(), e));
        }
    }
}
