package dev.sekisho.sbom;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** SPDX 2 as lines of tags and values, turned into the tree of its JSON form; files and snippets are passed over. */
final class SpdxTags {
    private static final Pattern START = Pattern.compile("\\A\ufeff?(?:\\s|#[^\\n]*\\n)*SPDXVersion:");
    private static final String OPEN = "<text>";
    private static final String CLOSE = "</text>";

    private final ObjectNode document = JsonNodeFactory.instance.objectNode();

    /** What lines are about; null where it is a file, a snippet or a licence. */
    private @Nullable ObjectNode about = document;

    private SpdxTags() {}

    static boolean is(byte[] text) {
        return START.matcher(new String(text, 0, Math.min(text.length, 4096), StandardCharsets.UTF_8))
                .find();
    }

    static ObjectNode tree(byte[] text) {
        var reading = new SpdxTags();
        String[] lines =
                new String(text, StandardCharsets.UTF_8).replace("\ufeff", "").split("\\R");
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            int at = line.indexOf(':');
            if (at <= 0 || line.startsWith("#")) {
                continue;
            }
            String value = line.substring(at + 1).strip();
            if (value.startsWith(OPEN)) {
                int began = i + 1;
                var whole = new StringBuilder(value);
                while (whole.indexOf(CLOSE) < 0) {
                    if (++i == lines.length) {
                        throw new UnreadableBill("line " + began + ": the text that begins there has no end");
                    }
                    whole.append('\n').append(lines[i]);
                }
                value = whole.substring(OPEN.length(), whole.indexOf(CLOSE)).strip();
            }
            reading.tag(line.substring(0, at).strip(), value, i + 1);
        }
        return reading.document;
    }

    private void tag(String name, String value, int line) {
        switch (name) {
            case "SPDXVersion" -> document.put("spdxVersion", value);
            case "DocumentName" -> document.put("name", value);
            case "Creator" ->
                document.withObject("/creationInfo").withArray("creators").add(value);
            case "PackageName" ->
                about = document.withArray("packages").addObject().put("name", value);
            case "FileName", "SnippetSPDXID", "LicenseID" -> about = null;
            case "SPDXID" -> put("SPDXID", value);
            case "PackageVersion" -> put("versionInfo", value);
            case "ExternalRef" -> reference(value, line);
            default -> {}
        }
    }

    private void put(String field, String value) {
        if (about != null) {
            about.put(field, value);
        }
    }

    private void reference(String value, int line) {
        String[] parts = value.split("\\s+", 3);
        if (parts.length < 3) {
            throw new UnreadableBill("line " + line + ": an ExternalRef has a category, a type and a locator");
        }
        if (about != null && about != document) {
            about.withArray("externalRefs")
                    .addObject()
                    .put("referenceCategory", parts[0])
                    .put("referenceType", parts[1])
                    .put("referenceLocator", parts[2]);
        }
    }
}
