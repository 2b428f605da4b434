package dev.sekisho.feed.fetch;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A host on loopback that speaks https under a name of its own, with a certificate made for the test. */
public final class TestHost implements AutoCloseable {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final String name;
    private final HttpsServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Path certificate;
    private final List<Headers> asked = new CopyOnWriteArrayList<>();

    public TestHost(String name) {
        try {
            Path folder = Files.createTempDirectory("https");
            this.name = name;
            this.certificate = folder.resolve("certificate.pem");
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(identity(folder.resolve("keys.p12"))));
            server.setExecutor(workers);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private SSLContext identity(Path keys) throws IOException, GeneralSecurityException {
        generate(keys);
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD);
        }
        byte[] encoded = store.getCertificate("host").getEncoded();
        Files.writeString(
                certificate,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
                        + "\n-----END CERTIFICATE-----\n");
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private void generate(Path keys) throws IOException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String arguments = "-genkeypair -alias host -keyalg EC -validity 2 -storetype PKCS12 -dname CN=" + name
                + " -ext san=dns:" + name + " -storepass " + new String(PASSWORD) + " -keystore " + keys;
        Process process = new ProcessBuilder((keytool + " " + arguments).split(" "))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!Files.exists(keys)) {
            throw new IOException("keytool said: " + said);
        }
    }

    public TestHost serving(String path, HttpHandler answer) {
        server.createContext(path, exchange -> {
            asked.add(exchange.getRequestHeaders());
            try (exchange) {
                answer.handle(exchange);
            }
        });
        return this;
    }

    public TestHost serving(String path, byte[] body) {
        return serving(path, exchange -> send(exchange, 200, body));
    }

    public TestHost redirecting(String path, String location) {
        return serving(path, exchange -> {
            exchange.getResponseHeaders().add("Location", location);
            send(exchange, 302, "moved".getBytes(StandardCharsets.UTF_8));
        });
    }

    public static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    public URI at(String path) {
        return URI.create("https://" + hostAndPort() + path);
    }

    public String hostAndPort() {
        return name + ":" + server.getAddress().getPort();
    }

    public Path certificate() {
        return certificate;
    }

    /** The heads of all requests so far. */
    public List<Headers> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
