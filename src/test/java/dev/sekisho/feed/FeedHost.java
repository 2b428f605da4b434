package dev.sekisho.feed;

import dev.sekisho.feed.fetch.TestHost;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A publisher of feeds on loopback: one that is well, one that breaks off, one that keeps us waiting, one that leads away. */
public class FeedHost implements QuarkusTestResourceLifecycleManager {
    static final CountDownLatch WAITING = new CountDownLatch(1);

    /** The version of the catalogue that is published. */
    static volatile String edition = "\"1\"";

    private static TestHost host;

    static TestHost host() {
        return host;
    }

    @Override
    public Map<String, String> start() {
        host = new TestHost("localhost")
                .serving("/kev.json", exchange -> {
                    boolean same = edition.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
                    exchange.getResponseHeaders().add("ETag", edition);
                    TestHost.send(exchange, same ? 304 : 200, same ? new byte[0] : kev());
                })
                .serving("/cve.json", "{\"dataType\": \"CVE_RECORD\", \"cveMeta\": {".getBytes(StandardCharsets.UTF_8))
                .serving("/epss.csv", exchange -> {
                    await();
                    TestHost.send(exchange, 200, "cve,epss\nCVE-2031-7777,0.5\n".getBytes(StandardCharsets.UTF_8));
                })
                .redirecting("/osv.zip", "https://metadata.example/latest");
        return Map.ofEntries(
                // What is fetched here is not what other tests expect to find.
                Map.entry("quarkus.datasource.jdbc.url", "jdbc:h2:mem:fetching;DB_CLOSE_DELAY=-1"),
                Map.entry("sekisho.feeds.hosts", host.hostAndPort()),
                Map.entry("sekisho.feeds.mirrors", "127.0.0.1,::1"),
                Map.entry("sekisho.feeds.certificates", host.certificate().toString()),
                Map.entry("sekisho.feeds.retry-pause", "1h"),
                Map.entry("sekisho.feeds.answer-after", "0s"),
                Map.entry("sekisho.feeds.patience", "60s"),
                Map.entry(
                        "sekisho.feeds.kev.url", host.at("/kev.json?key=hidden").toString()),
                Map.entry("sekisho.feeds.kev.every", "1s"),
                Map.entry("sekisho.feeds.cve.url", host.at("/cve.json").toString()),
                Map.entry("sekisho.feeds.epss.url", host.at("/epss.csv").toString()),
                Map.entry("sekisho.feeds.osv.url", host.at("/osv.zip").toString()));
    }

    private static void await() {
        try {
            WAITING.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static byte[] kev() throws IOException {
        try (InputStream in = FeedHost.class.getResourceAsStream("/kev/kev-2025-08-25.json")) {
            return in.readAllBytes();
        }
    }

    @Override
    public void stop() {
        WAITING.countDown();
        host.close();
    }
}
