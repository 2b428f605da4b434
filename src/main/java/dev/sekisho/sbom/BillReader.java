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

/**
 * Reads CycloneDX 1.2 to 1.6, JSON and XML, and SPDX 2.2 and 2.3 JSON. CycloneDX is checked against its own schema. SPDX is
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
     * Reads a bill.
     *
     * @throws UnreadableBill when it is not one, with the place and the reason
     */
    public static Bill read(byte[] text) {
        int start = start(text);
        if (start < text.length && text[start] == '<') {
            return CycloneDxXml.read(text);
        }
        JsonNode root = json(text);
        if (root.path("bomFormat").asText().equals("CycloneDX")) {
            return CycloneDxJson.read(root);
        }
        if (root.has("spdxVersion")) {
            return SpdxJson.read(root);
        }
        // As the dependency graph of a repository host hands it out.
        if (root.path("sbom").has("spdxVersion")) {
            return SpdxJson.read(root.path("sbom"));
        }
        throw new UnreadableBill("it is neither CycloneDX (JSON or XML) nor SPDX 2 (JSON)");
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
