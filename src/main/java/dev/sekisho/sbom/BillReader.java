package dev.sekisho.sbom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sekisho.web.json.JsonFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads CycloneDX 1.2 to 1.7, JSON and XML, SPDX 2.2 and 2.3 as JSON or tags, and SPDX 3.0 as JSON-LD. CycloneDX is checked against its own schema. SPDX is
 * read from its tree: the library for it fetches licence lists from the network while it reads.
 */
public final class BillReader {
    static final int MOST_COMPONENTS = 50_000;
    private static final int DEPTH = 200;
    private static final int LONGEST_TEXT = 10_000_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH)
                        .maxStringLength(LONGEST_TEXT)
                        .build());
    }

    private BillReader() {}

    /**
     * What was read.
     *
     * @param warnings what is wrong with it and changed nothing of what was taken, as parts of sentences
     */
    public record Read(Bill bill, List<String> warnings) {}

    /** Reads a bill that keeps to its specification in all it says. */
    public static Bill read(byte[] text) {
        return read(text, true).bill();
    }

    /**
     * Reads a bill.
     *
     * @param strict whether it is refused for any fault, and not only for one in what is read of it
     * @throws UnreadableBill when it is not one, with the place and the reason
     */
    public static Read read(byte[] text, boolean strict) {
        var warnings = new ArrayList<String>();
        Bill bill = bill(text, strict, warnings);
        return new Read(bill, List.copyOf(warnings));
    }

    private static Bill bill(byte[] text, boolean strict, List<String> warnings) {
        int start = start(text);
        if (start < text.length && text[start] == '<') {
            return CycloneDxXml.read(text, strict, warnings);
        }
        if (SpdxTags.is(text)) {
            return SpdxJson.read(SpdxTags.tree(text), warnings);
        }
        JsonNode root = json(text);
        if (root.path("bomFormat").asText().equals("CycloneDX")) {
            return CycloneDxJson.read(root, strict, warnings);
        }
        if (root.has("spdxVersion")) {
            return SpdxJson.read(root, warnings);
        }
        // As the dependency graph of a repository host hands it out.
        if (root.path("sbom").has("spdxVersion")) {
            return SpdxJson.read(root.path("sbom"), warnings);
        }
        if (Spdx3.is(root)) {
            return Spdx3.read(root, strict, warnings);
        }
        throw new UnreadableBill("it is neither CycloneDX (JSON or XML) nor SPDX (2 as JSON or tags, 3.0 as JSON-LD)");
    }

    private static int start(byte[] text) {
        int at = text.length > 2 && (text[0] & 0xff) == 0xef ? 3 : 0;
        while (at < text.length && Character.isWhitespace(text[at])) {
            at++;
        }
        return at;
    }

    private static JsonNode json(byte[] text) {
        try {
            JsonNode root = JSON.readTree(text);
            if (root == null || !root.isObject()) {
                throw new UnreadableBill("it is not a JSON object");
            }
            return root;
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? ""
                    : "line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ": ";
            throw new UnreadableBill(place + JsonFault.words(e));
        } catch (IOException e) {
            throw new UnreadableBill("it cannot be read to its end");
        }
    }
}
