package dev.sekisho.imports;

import dev.sekisho.web.problem.Problem;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a stream of bytes into lines that end with a line feed, none of them without end. */
final class ImportLines {
    /** Longest line taken, in bytes. */
    static final int LONGEST = 1_000_000;

    private final InputStream source;
    private final byte[] buffer = new byte[64 * 1024];
    private int from;
    private int to;
    private int number;

    ImportLines(InputStream source) {
        this.source = source;
    }

    /** How many lines were read, the empty ones included. */
    int number() {
        return number;
    }

    /**
     * The next line without its line feed, null after the last.
     *
     * @throws ProblemException TOO_LARGE when it is longer than {@link #LONGEST}
     */
    byte @Nullable [] next() throws IOException {
        var line = new ByteArrayOutputStream();
        while (from < to || fill()) {
            int end = lineFeed();
            line.write(buffer, from, end - from);
            boolean ended = end < to;
            from = ended ? end + 1 : end;
            if (line.size() > LONGEST) {
                throw tooLong();
            }
            if (ended) {
                number++;
                return line.toByteArray();
            }
        }
        if (line.size() == 0) {
            return null;
        }
        number++;
        return line.toByteArray();
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, source.read(buffer));
        return to > 0;
    }

    private int lineFeed() {
        int at = from;
        while (at < to && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    private ProblemException tooLong() {
        String detail = "is longer than " + LONGEST + " bytes";
        return ProblemException.of(
                ProblemType.TOO_LARGE,
                "Line " + (number + 1) + " " + detail + ". Nothing was imported.",
                List.of(new Problem.FieldError(null, detail, number + 1)));
    }

    static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
