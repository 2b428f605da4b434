package dev.sekisho.sbom;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** SPDX 2.2 and 2.3 as the tree of their JSON form: its packages with their purl and CPE. */
final class SpdxJson {
    private static final Set<String> READ = Set.of("SPDX-2.2", "SPDX-2.3");

    private SpdxJson() {}

    static Bill read(JsonNode root, List<String> warnings) {
        String version = root.path("spdxVersion").asText();
        if (!READ.contains(version)) {
            throw new UnreadableBill(version + " is not read; SPDX-2.2 and SPDX-2.3 are");
        }
        required(root, "SPDXID", "the document");
        required(root, "name", "the document");
        var components = new ArrayList<Bill.Component>();
        var byId = new HashMap<String, JsonNode>();
        int repeated = 0;
        for (JsonNode one : root.path("packages")) {
            String id = required(one, "SPDXID", "a package");
            JsonNode before = byId.put(id, one);
            if (one.equals(before)) {
                repeated++;
                continue;
            }
            if (before != null) {
                throw new UnreadableBill("the package " + id + " is given twice, and not the same");
            }
            if (components.size() >= BillReader.MOST_COMPONENTS) {
                throw new UnreadableBill("it holds more than " + BillReader.MOST_COMPONENTS + " packages");
            }
            components.add(new Bill.Component(
                    id,
                    null,
                    required(one, "name", "the package " + id),
                    CycloneDxJson.text(one, "versionInfo"),
                    locator(one, "purl"),
                    locator(one, "cpe23Type")));
        }
        if (repeated > 0) {
            warnings.add(repeated + " packages are given more than once, and count once");
        }
        return new Bill(version, author(root), null, components, List.of());
    }

    private static String required(JsonNode node, String field, String where) {
        JsonNode value = node.path(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new UnreadableBill(where + " has no " + field);
        }
        return value.textValue().strip();
    }

    private static @Nullable String locator(JsonNode one, String type) {
        for (JsonNode reference : one.path("externalRefs")) {
            if (type.equalsIgnoreCase(reference.path("referenceType").asText())) {
                return CycloneDxJson.text(reference, "referenceLocator");
            }
        }
        return null;
    }

    private static String author(JsonNode root) {
        JsonNode creators = root.path("creationInfo").path("creators");
        for (String kind : List.of("organization:", "person:", "tool:")) {
            for (JsonNode creator : creators) {
                String text = creator.asText();
                if (text.toLowerCase(Locale.ROOT).startsWith(kind)) {
                    return text.substring(kind.length()).strip();
                }
            }
        }
        return "unnamed";
    }
}
