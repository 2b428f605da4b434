package dev.sekisho.operation;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What lies between the service and its database: it can lose the answer to a commit, as a network does. */
final class Wire implements Closeable {
    private static final byte[] COMMIT = "COMMIT\0".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int server;
    private volatile @Nullable Loss loss;

    /** Whose commit is to be lost, told by a text that is part of the transaction, and whether the server hears of it. */
    private record Loss(byte[] text, boolean arrives) {}

    Wire(int server) throws IOException {
        this.server = server;
        threads.execute(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** The answer to the commit of the next transaction with this text gets lost with its connection. */
    void loseCommitOf(String text, boolean arrives) {
        loss = new Loss(text.getBytes(StandardCharsets.US_ASCII), arrives);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entrance.accept();
                Socket there = new Socket(InetAddress.getLoopbackAddress(), server);
                open.add(client);
                open.add(there);
                var line = new Line();
                threads.execute(() -> carry(client, there, bytes -> line.asks(bytes)));
                threads.execute(() -> carry(there, client, bytes -> line.answers()));
            }
        } catch (IOException closed) {
            threads.shutdown();
        }
    }

    /** One connection, as far as its loss is concerned. */
    private final class Line {
        private boolean concerned;
        private volatile boolean lost;

        /** Whether these bytes go on to the server. */
        boolean asks(byte[] bytes) {
            Loss wanted = loss;
            concerned |= wanted != null && contains(bytes, wanted.text());
            if (concerned && contains(bytes, COMMIT)) {
                concerned = false;
                lost = true;
                loss = null;
                return wanted == null || wanted.arrives();
            }
            return true;
        }

        /** Whether what the server says goes on to the service. */
        boolean answers() {
            return !lost;
        }
    }

    private static void carry(Socket from, Socket to, Predicate<byte[]> goOn) {
        var buffer = new byte[64 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                if (!goOn.test(Arrays.copyOf(buffer, length))) {
                    return;
                }
                out.write(buffer, 0, length);
            }
        } catch (IOException gone) {
            // The other side is closed with this one.
        }
    }

    private static boolean contains(byte[] bytes, byte[] text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(new String(text, StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
