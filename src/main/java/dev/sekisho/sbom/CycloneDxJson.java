package dev.sekisho.sbom;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** CycloneDX as JSON. */
final class CycloneDxJson {
    private final List<Bill.Component> components = new ArrayList<>();

    private CycloneDxJson() {}

    static Bill read(JsonNode root, boolean strict, List<String> warnings) {
        Specification version = Specification.of(root.path("specVersion").asText());
        SchemaFaults.refuse(SchemaFaults.of(root, version), strict, warnings);
        var reading = new CycloneDxJson();
        JsonNode whole = root.path("metadata").path("component");
        reading.components(root.path("components"));
        reading.components(whole.path("components"));
        return new Bill(
                version.format(),
                author(root),
                text(whole, "bom-ref"),
                Repeated.once(reading.components, strict, warnings),
                statements(root));
    }

    /** Nesting is bounded: the text was read under a limit of depth. */
    private void components(JsonNode list) {
        for (JsonNode one : list) {
            if (components.size() >= BillReader.MOST_COMPONENTS) {
                throw new UnreadableBill("it holds more than " + BillReader.MOST_COMPONENTS + " components");
            }
            components.add(new Bill.Component(
                    text(one, "bom-ref"),
                    text(one, "group"),
                    one.path("name").asText(),
                    text(one, "version"),
                    text(one, "purl"),
                    text(one, "cpe")));
            components(one.path("components"));
        }
    }

    private static List<Bill.Statement> statements(JsonNode root) {
        var found = new ArrayList<Bill.Statement>();
        for (JsonNode one : root.path("vulnerabilities")) {
            JsonNode analysis = one.path("analysis");
            Set<String> ids = new LinkedHashSet<>();
            add(ids, text(one, "id"));
            one.path("references").forEach(reference -> add(ids, text(reference, "id")));
            if (analysis.hasNonNull("state") && !ids.isEmpty()) {
                Set<String> refs = new LinkedHashSet<>();
                one.path("affects").forEach(affected -> add(refs, text(affected, "ref")));
                String why = analysis.path("justification").asText("") + " "
                        + analysis.path("detail").asText("");
                found.add(new Bill.Statement(ids, analysis.path("state").asText(), why.strip(), refs));
            }
        }
        return found;
    }

    private static void add(Set<String> to, @Nullable String text) {
        if (text != null) {
            to.add(text);
        }
    }

    private static String author(JsonNode root) {
        JsonNode metadata = root.path("metadata");
        for (String who : List.of("supplier", "manufacturer", "manufacture")) {
            String name = text(metadata.path(who), "name");
            if (name != null) {
                return name;
            }
        }
        String name = text(metadata.path("authors").path(0), "name");
        String tool = text(metadata.path("tools").path(0), "name");
        return name != null ? name : tool != null ? tool : "unnamed";
    }

    static @Nullable String text(JsonNode node, String field) {
        String text = node.path(field).asText("").strip();
        return text.isEmpty() ? null : text;
    }
}
