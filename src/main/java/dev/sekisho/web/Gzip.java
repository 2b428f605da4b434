package dev.sekisho.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Answers made smaller for callers who ask for that, and who they are. */
final class Gzip {
    static final String NAME = "gzip";

    /** What fits into one packet as it is gains nothing. */
    private static final int LEAST = 1400;

    private Gzip() {}

    static boolean isWorthwhile(byte[] body) {
        return body.length >= LEAST;
    }

    /** Whether a caller takes it and likes nothing better that is served (RFC 9110, 12.5.3). */
    static boolean isAskedFor(@Nullable List<String> acceptEncoding) {
        double gzip = 0;
        double plain = 0;
        for (String coding : String.join(",", acceptEncoding == null ? List.of() : acceptEncoding)
                .toLowerCase(Locale.ROOT)
                .split(",")) {
            String[] parts = coding.split(";", 2);
            String name = parts[0].strip();
            if (name.equals(NAME) || name.equals("x-gzip")) {
                gzip = weight(parts);
            } else if (name.equals("identity")) {
                plain = weight(parts);
            }
        }
        return gzip > 0 && gzip >= plain;
    }

    /** A weight that cannot be read is none: then the answer goes out as it is, which everybody takes. */
    private static double weight(String[] parts) {
        if (parts.length == 1) {
            return 1;
        }
        String weight = parts[1].strip();
        return weight.matches("q=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)") ? Double.parseDouble(weight.substring(2)) : 0;
    }

    static byte[] of(byte[] body) {
        var compressed = new ByteArrayOutputStream(body.length / 4);
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }
}
