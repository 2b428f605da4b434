package dev.sekisho.feed.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Recognises XML where JSON is read, so that its sender is told which format it is and not which letter was unexpected. */
final class Markup {
    /** Bytes at the start that are looked at. */
    static final int LOOKED_AT = 4096;

    static final String CVRF = "CVRF, the predecessor of CSAF, which is not read; send the document as CSAF 2.0 or 2.1";

    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

    private Markup() {}

    /**
     * What it is, in words; null where it is no XML.
     *
     * @param in supports marks of {@link #LOOKED_AT} bytes, and stands where it stood afterwards
     */
    static @Nullable String of(InputStream in) throws IOException {
        in.mark(LOOKED_AT);
        String start = new String(in.readNBytes(LOOKED_AT), StandardCharsets.ISO_8859_1);
        in.reset();
        String text = (start.startsWith(BYTE_ORDER_MARK) ? start.substring(BYTE_ORDER_MARK.length()) : start).strip();
        if (!text.startsWith("<")) {
            return null;
        }
        return text.toLowerCase(Locale.ROOT).contains("cvrf") ? CVRF : "XML, and JSON is read";
    }

    /** Some write CVRF as JSON, element by element. */
    static boolean isCvrf(JsonNode document) {
        return document.has("cvrfdoc");
    }
}
