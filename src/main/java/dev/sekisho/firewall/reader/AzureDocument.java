package dev.sekisho.firewall.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The network security groups and virtual networks of an API answer, of a listing by the CLI or PowerShell, or of an ARM
 * template.
 */
final class AzureDocument {

    /**
     * A network security group; its rules may stand in it, below it or beside it.
     *
     * @param defaults empty if the document does not state them
     */
    record Group(String name, List<Json> rules, List<Json> defaults) {}

    private static final String GROUPS = "/networksecuritygroups";
    private static final String RULES = "securityrules";

    /** By their names in lower case. */
    private final Map<String, Group> groups = new LinkedHashMap<>();

    final List<Json> networks = new ArrayList<>();

    static AzureDocument of(String text) {
        var document = new AzureDocument();
        var root = Json.parseSeveral(text);
        document.add(root, "");
        if (document.groups.isEmpty() && !isEmptyAnswer(Cloud.unwrapped(root))) {
            throw root.refusal("a network security group is expected");
        }
        return document;
    }

    private static boolean isEmptyAnswer(Json root) {
        return root.isArray() && root.items().isEmpty()
                || root.isObject() && root.field("value").filter(Json::isArray).isPresent();
    }

    List<Group> groups() {
        return List.copyOf(groups.values());
    }

    /** A property, whether the document nests them below "properties" or not, in whatever case it writes the name. */
    static Optional<Json> property(Json resource, String name) {
        return field(resource, "properties")
                .filter(Json::isObject)
                .flatMap(inner -> field(inner, name))
                .or(() -> field(resource, name));
    }

    private static Optional<Json> field(Json object, String name) {
        return object.field(name)
                .or(() -> object.fields().entrySet().stream()
                        .filter(field -> field.getKey().equalsIgnoreCase(name)
                                && !field.getValue().isNull())
                        .map(Map.Entry::getValue)
                        .findFirst());
    }

    static String name(Json resource) {
        return field(resource, "name").map(Json::text).orElse("");
    }

    private void add(Json several, String group) {
        if (several.isArray()) {
            several.items().forEach(one -> add(one, group));
            return;
        }
        several.require(several.isObject(), "a resource is expected");
        var part = Cloud.unwrapped(several);
        part.field("value").filter(Json::isArray).ifPresent(all -> add(all, group));
        var type = field(part, "type")
                .filter(Json::isText)
                .map(Json::text)
                .orElse("")
                .toLowerCase(Locale.ROOT);
        if (type.endsWith(GROUPS) || type.isEmpty() && property(part, RULES).isPresent()) {
            addGroup(part);
        } else if (type.endsWith(GROUPS + "/" + RULES) || type.equals(RULES)) {
            group(owner(part).orElse(group)).rules().add(part);
        } else if (type.endsWith("/virtualnetworks")) {
            networks.add(part);
        } else {
            part.field("resources").filter(Json::isArray).ifPresent(all -> add(all, group));
        }
    }

    private void addGroup(Json resource) {
        var group = group(name(resource));
        property(resource, RULES).ifPresent(rules -> group.rules().addAll(rules.items()));
        property(resource, "defaultSecurityRules")
                .ifPresent(rules -> group.defaults().addAll(rules.items()));
        resource.field("resources").filter(Json::isArray).ifPresent(all -> add(all, group.name()));
    }

    private Group group(String name) {
        return groups.computeIfAbsent(
                name.toLowerCase(Locale.ROOT), key -> new Group(name, new ArrayList<>(), new ArrayList<>()));
    }

    /** Of a rule beside its group: templates call it "group/rule", listings give the path to it. */
    private static Optional<String> owner(Json rule) {
        var name = name(rule);
        if (name.contains("/")) {
            return Optional.of(name.substring(0, name.indexOf('/')));
        }
        var path = field(rule, "id")
                .filter(Json::isText)
                .map(Json::text)
                .orElse("")
                .split("/", -1);
        for (int i = 0; i < path.length - 1; i++) {
            if (path[i].equalsIgnoreCase("networkSecurityGroups")) {
                return Optional.of(path[i + 1]);
            }
        }
        return Optional.empty();
    }
}
