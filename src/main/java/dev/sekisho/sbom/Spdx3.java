package dev.sekisho.sbom;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** SPDX 3.0 as JSON-LD in its own context: its packages with their purl and CPE. No context is fetched. */
final class Spdx3 {
    private static final String READ = "3.0";
    private static final Set<String> PACKAGES = Set.of(
            "software_Package",
            "Software/Package",
            "ai_AIPackage",
            "AI/AIPackage",
            "dataset_DatasetPackage",
            "Dataset/DatasetPackage");

    private final Map<String, JsonNode> byId = new HashMap<>();
    private final List<String> warnings;

    private Spdx3(List<String> warnings) {
        this.warnings = warnings;
    }

    static boolean is(JsonNode root) {
        return root.path("@context").toString().contains("spdx.org/rdf/3");
    }

    static Bill read(JsonNode root, boolean strict, List<String> warnings) {
        return new Spdx3(warnings).bill(root, strict);
    }

    private Bill bill(JsonNode root, boolean strict) {
        List<JsonNode> elements = new ArrayList<>();
        if (root.path("@graph").isArray()) {
            root.path("@graph").forEach(elements::add);
        } else {
            elements.add(root);
        }
        elements.forEach(one -> {
            String id = id(one);
            if (id != null) {
                byId.put(id, one);
            }
        });
        JsonNode creation = elements.stream()
                .filter(one -> type(one).endsWith("CreationInfo"))
                .findFirst()
                .orElseThrow(() -> new UnreadableBill("it has no CreationInfo, which says its version"));
        String version = creation.path("specVersion").asText();
        if (!version.equals(READ) && !version.startsWith(READ + ".")) {
            throw new UnreadableBill("SPDX " + version + " is not read; 3.0, 2.3 and 2.2 are");
        }
        var components = new ArrayList<Bill.Component>();
        Set<JsonNode> seen = new HashSet<>();
        int repeated = 0;
        long statements = 0;
        for (JsonNode one : elements) {
            String type = type(one);
            if (type.contains("Vex")) {
                statements++;
            }
            if (PACKAGES.stream().noneMatch(type::endsWith)) {
                continue;
            }
            if (!seen.add(one)) {
                repeated++;
                continue;
            }
            if (components.size() >= BillReader.MOST_COMPONENTS) {
                throw new UnreadableBill("it holds more than " + BillReader.MOST_COMPONENTS + " packages");
            }
            components.add(component(one));
        }
        if (repeated > 0) {
            warnings.add(repeated + " packages are given more than once, and count once");
        }
        if (statements > 0) {
            warnings.add(statements + " statements on vulnerabilities (VEX) are in it, which are not read in SPDX");
        }
        return new Bill(
                "SPDX-" + version, author(creation), null, Repeated.once(components, strict, warnings), List.of());
    }

    private Bill.Component component(JsonNode one) {
        String id = id(one);
        String name = CycloneDxJson.text(one, "name");
        if (id == null || name == null) {
            throw new UnreadableBill(id == null ? "a package has no spdxId" : "the package " + id + " has no name");
        }
        String purl = first(one, "software_packageUrl", "packageUrl");
        return new Bill.Component(
                id,
                null,
                name,
                first(one, "software_packageVersion", "packageVersion"),
                purl == null ? identifier(one, "packageUrl", "purl") : purl,
                identifier(one, "cpe23", "cpe22"));
    }

    private static @Nullable String first(JsonNode one, String name, String other) {
        String text = CycloneDxJson.text(one, name);
        return text == null ? CycloneDxJson.text(one, other) : text;
    }

    private static @Nullable String identifier(JsonNode one, String type, String other) {
        for (String wanted : List.of(type, other)) {
            for (JsonNode identifier : one.path("externalIdentifier")) {
                if (identifier.path("externalIdentifierType").asText().endsWith(wanted)) {
                    return CycloneDxJson.text(identifier, "identifier");
                }
            }
        }
        return null;
    }

    private String author(JsonNode creation) {
        for (JsonNode who : creation.path("createdBy")) {
            JsonNode agent = who.isTextual() ? byId.get(who.asText()) : who;
            String name = agent == null ? null : CycloneDxJson.text(agent, "name");
            if (name != null) {
                return name;
            }
        }
        return "unnamed";
    }

    private static @Nullable String id(JsonNode one) {
        return first(one, "spdxId", "@id");
    }

    private static String type(JsonNode one) {
        String type = first(one, "type", "@type");
        return type == null ? "" : type;
    }
}
