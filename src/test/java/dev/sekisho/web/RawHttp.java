package dev.sekisho.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends bytes that no well-behaved client would. */
final class RawHttp {
    static final String KEY = "Authorization: Bearer sek_abcdefghijkl_0123456789012345678901234567890123456789012\r\n";

    private RawHttp() {}

    /** The answer to a request line and headers, read until the server closes. */
    static String ask(URI server, String requestLine, String headers, String body) throws IOException {
        return send(
                server, requestLine + "\r\nHost: localhost\r\nConnection: close\r\n" + KEY + headers + "\r\n" + body);
    }

    static String send(URI server, String request) throws IOException {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            var answer = new ByteArrayOutputStream();
            try {
                socket.getInputStream().transferTo(answer);
            } catch (IOException lateOrReset) {
                // What came before it is the answer.
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }
}
