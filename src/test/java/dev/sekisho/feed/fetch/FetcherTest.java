package dev.sekisho.feed.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {
    private static final byte[] BODY = "feed".getBytes(StandardCharsets.UTF_8);
    private static final String MIRROR = "127.0.0.1";
    private static final FetchLimits LIMITS =
            new FetchLimits(Duration.ofSeconds(20), Duration.ofSeconds(10), 1024 * 1024);

    private static Vertx vertx;
    private static TestHost host;

    @TempDir
    Path folder;

    private Path file;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        host = new TestHost("feeds.example.test").serving("/feed", BODY);
    }

    @AfterAll
    static void stop() {
        host.close();
        vertx.close();
    }

    @BeforeEach
    void setUp() throws IOException {
        file = Files.createFile(folder.resolve("file"));
        host.asked().clear();
    }

    private static HostAddresses.Lookup all(String... answers) {
        Deque<String> left = new ArrayDeque<>(List.of(answers));
        return name -> {
            String answer = left.size() > 1 ? left.pop() : left.peek();
            return InetAddress.getAllByName(answer);
        };
    }

    private Fetcher fetcher(HostAddresses addresses, FetchLimits limits) {
        return new Fetcher(
                vertx, new Hosts(List.of(host.hostAndPort())), addresses, limits, Optional.of(host.certificate()));
    }

    private Fetched fetch(URI from, Validators held, FetchLimits limits) throws FetchFailed, InterruptedException {
        return fetcher(new HostAddresses(List.of(MIRROR), all(MIRROR)), limits).fetch(from, held, file);
    }

    private Fetched fetch(URI from) throws FetchFailed, InterruptedException {
        return fetch(from, Validators.NONE, LIMITS);
    }

    @Test
    void writesWhatTheHostSends() throws Exception {
        Fetched fetched = fetch(host.at("/feed?day=1"));

        assertThat(fetched.changed()).isTrue();
        assertThat(file).hasBinaryContent(BODY);
        assertThat(host.asked().get(0).getFirst("Host")).isEqualTo(host.hostAndPort());
    }

    @Test
    void asksOnlyForWhatIsNew() throws Exception {
        host.serving("/etag", exchange -> {
            boolean same = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            exchange.getResponseHeaders().add("ETag", "\"v1\"");
            exchange.getResponseHeaders().add("Last-Modified", "Mon, 25 Aug 2025 14:00:00 GMT");
            TestHost.send(exchange, same ? 304 : 200, same ? new byte[0] : BODY);
        });
        Fetched first = fetch(host.at("/etag"));

        Fetched second = fetch(host.at("/etag"), first.validators(), LIMITS);

        assertThat(second.changed()).isFalse();
        assertThat(second.validators()).isEqualTo(first.validators());
        assertThat(host.asked().get(1).getFirst("If-Modified-Since")).isEqualTo("Mon, 25 Aug 2025 14:00:00 GMT");
    }

    @Test
    void followsARedirectToAHostThatIsAllowed() throws Exception {
        host.redirecting("/moved", "/feed");

        fetch(host.at("/moved"));

        assertThat(file).hasBinaryContent(BODY);
    }

    @Test
    void followsNoRedirectElsewhere() throws Exception {
        host.redirecting("/away", host.at("/feed").toString().replace("feeds", "other"));
        host.redirecting("/plain", "http://" + host.hostAndPort() + "/feed");
        host.redirecting("/file", "file:///etc/passwd");

        assertThatThrownBy(() -> fetch(host.at("/away"))).hasMessageContaining("is not allowed");
        assertThatThrownBy(() -> fetch(host.at("/plain"))).hasMessageContaining("only https");
        assertThatThrownBy(() -> fetch(host.at("/file"))).hasMessageContaining("only https");
        assertThat(host.asked()).hasSize(3);
        assertThat(file).isEmptyFile();
    }

    @Test
    void followsNoRedirectInACircle() {
        host.redirecting("/loop", "/loop");

        assertThatThrownBy(() -> fetch(host.at("/loop"))).hasMessageContaining("redirected more than 5 times");
    }

    /** The name is allowed, and public when first asked; then it points inside. */
    @Test
    void looksANameUpOnceAHopAndChecksEachTime() throws Exception {
        host.redirecting("/again", "/feed");
        var rebound = new HostAddresses(List.of(MIRROR), all(MIRROR, "10.0.0.1"));

        assertThatThrownBy(() -> fetcher(rebound, LIMITS).fetch(host.at("/again"), Validators.NONE, file))
                .hasMessageContaining("not public");
        assertThat(host.asked()).hasSize(1);
    }

    @Test
    void refusesANameWithOneAddressInside() {
        HostAddresses.Lookup two = name -> new InetAddress[] {address("192.0.43.8"), address(MIRROR)};

        assertThatThrownBy(() -> fetcher(new HostAddresses(List.of(), two), LIMITS)
                        .fetch(host.at("/feed"), Validators.NONE, file))
                .hasMessageContaining("not public");
        assertThat(host.asked()).isEmpty();
    }

    private static InetAddress address(String text) throws UnknownHostException {
        return InetAddress.getByName(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1.2.3",
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "169.254.169.254",
                "172.31.255.255",
                "192.168.0.1",
                "192.0.2.1",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "fe80::1",
                "fe80::1%1",
                "fec0::1",
                "fc00::1",
                "fd12:3456:789a::1",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2130706433",
                "localhost"
            })
    void connectsToNoAddressThatIsNotPublic(String inside) {
        assertThatThrownBy(() -> fetcher(new HostAddresses(List.of(), all(inside)), LIMITS)
                        .fetch(host.at("/feed"), Validators.NONE, file))
                .hasMessageContaining("not public");
        assertThat(host.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.43.8", "1.1.1.1", "2606:4700::1111", "2a00:1450:4001::64"})
    void takesAPublicAddress(String outside) throws Exception {
        assertThat(new HostAddresses(List.of(), all(outside)).of("any")).isEqualTo(address(outside));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://feeds.example.test/feed",
                "file:///etc/passwd",
                "jar:https://feeds.example.test/a.jar!/b",
                "gopher://feeds.example.test/",
                "https://user@feeds.example.test/feed",
                "https://feeds.example.test@127.0.0.1/feed",
                "https://feeds.example.test.evil.example/feed",
                "https://feeds.example.test:8443/feed",
                "https://127.0.0.1/feed",
                "https:///feed",
                "feed"
            })
    void asksNobodyButTheHostsThatAreNamed(String address) {
        var hosts = new Hosts(List.of("feeds.example.test"));

        assertThatThrownBy(() -> hosts.check(URI.create(address))).isInstanceOf(FetchFailed.class);
    }

    @Test
    void refusesACertificateForAnotherName() {
        var anyName = new Hosts(List.of(host.hostAndPort().replace("feeds", "other")));
        var fetcher = new Fetcher(
                vertx,
                anyName,
                new HostAddresses(List.of(MIRROR), all(MIRROR)),
                LIMITS,
                Optional.of(host.certificate()));

        assertThatThrownBy(() -> fetcher.fetch(
                        URI.create(host.at("/feed").toString().replace("feeds", "other")), Validators.NONE, file))
                .hasMessageContaining("no trusted connection");
        assertThat(host.asked()).isEmpty();
    }

    @Test
    void refusesACertificateNobodyVouchesFor() {
        var fetcher = new Fetcher(
                vertx,
                new Hosts(List.of(host.hostAndPort())),
                new HostAddresses(List.of(MIRROR), all(MIRROR)),
                LIMITS,
                Optional.empty());

        assertThatThrownBy(() -> fetcher.fetch(host.at("/feed"), Validators.NONE, file))
                .hasMessageContaining("no trusted connection");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void stopsWhatIsTooLarge(boolean stated) {
        host.serving("/large" + stated, exchange -> {
            exchange.sendResponseHeaders(200, stated ? 10L << 30 : 0);
            endless(exchange.getResponseBody(), new byte[1 << 16], 0);
        });

        assertThatThrownBy(() -> fetch(host.at("/large" + stated))).hasMessageContaining("larger than 1048576 bytes");
        assertThat(file.toFile().length()).isLessThanOrEqualTo(1 << 20);
    }

    @Test
    void stopsWhatComesByteByByte() {
        host.serving("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            endless(exchange.getResponseBody(), new byte[1], 20);
        });
        var limits = new FetchLimits(Duration.ofSeconds(20), Duration.ofMillis(500), 1 << 20);

        assertThatThrownBy(() -> fetch(host.at("/drip"), Validators.NONE, limits))
                .hasMessageContaining("less than 16384 bytes came within PT0.5S");
    }

    @Test
    void stopsWhatTakesTooLongThoughItFlows() {
        host.serving("/flow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            endless(exchange.getResponseBody(), new byte[1 << 15], 100);
        });
        var limits = new FetchLimits(Duration.ofSeconds(1), Duration.ofMillis(500), 1 << 30);

        assertThatThrownBy(() -> fetch(host.at("/flow"), Validators.NONE, limits))
                .hasMessageContaining("longer than PT1S");
    }

    /** The connection is taken and nothing is ever said, not even for TLS. */
    @Test
    void stopsWaitingForAHostThatIsSilent() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String name = "silent.example.test:" + silent.getLocalPort();
            var limits = new FetchLimits(Duration.ofSeconds(20), Duration.ofMillis(500), 1 << 20);
            var fetcher = new Fetcher(
                    vertx,
                    new Hosts(List.of(name)),
                    new HostAddresses(List.of(MIRROR), all(MIRROR)),
                    limits,
                    Optional.empty());

            assertThatThrownBy(() -> fetcher.fetch(URI.create("https://" + name + "/"), Validators.NONE, file))
                    .hasMessageContaining("within PT0.5S");
        }
    }

    @Test
    void refusesWhatBreaksOff() {
        host.serving("/half", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[500]);
            exchange.getResponseBody().flush();
        });

        assertThatThrownBy(() -> fetch(host.at("/half"))).hasMessageContaining("broke off");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 206, 401, 404, 429, 500, 503})
    void refusesEveryOtherStatus(int status) {
        host.serving("/status" + status, exchange -> TestHost.send(exchange, status, new byte[0]));

        assertThatThrownBy(() -> fetch(host.at("/status" + status))).hasMessageContaining("status " + status);
    }

    private static void endless(OutputStream out, byte[] part, int pause) throws IOException {
        try {
            while (true) {
                out.write(part);
                out.flush();
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
