package dev.sekisho.firewall.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The network security groups and virtual networks of an API answer, a CLI listing or an ARM template. */
final class AzureDocument {

    final List<Json> groups = new ArrayList<>();
    final List<Json> networks = new ArrayList<>();

    /** Rules that stand beside their group in a template, named "group/rule". */
    final List<Json> looseRules = new ArrayList<>();

    static AzureDocument of(String text) {
        var document = new AzureDocument();
        var root = Cloud.unwrapped(Json.parse(text));
        document.add(root);
        var empty = root.isArray() && root.items().isEmpty()
                || root.isObject() && root.field("value").filter(Json::isArray).isPresent();
        if (document.groups.isEmpty() && !empty) {
            throw root.refusal("a network security group is expected");
        }
        return document;
    }

    /** A property, whether the document nests them below "properties" or not. */
    static Optional<Json> property(Json resource, String name) {
        return resource.field("properties")
                .filter(Json::isObject)
                .flatMap(inner -> inner.field(name))
                .or(() -> resource.field(name));
    }

    static String name(Json resource) {
        return resource.text("name").orElse("");
    }

    private void add(Json part) {
        if (part.isArray()) {
            part.items().forEach(this::add);
            return;
        }
        part.require(part.isObject(), "a resource is expected");
        part.field("value").filter(Json::isArray).ifPresent(this::add);
        part.field("resources").filter(Json::isArray).ifPresent(this::add);
        var type = part.field("type")
                .filter(Json::isText)
                .map(Json::text)
                .orElse("")
                .toLowerCase(Locale.ROOT);
        if (type.endsWith("/networksecuritygroups")
                || type.isEmpty() && property(part, "securityRules").isPresent()) {
            groups.add(part);
        } else if (type.endsWith("/networksecuritygroups/securityrules")) {
            looseRules.add(part);
        } else if (type.endsWith("/virtualnetworks")) {
            networks.add(part);
        }
    }
}
