package dev.sekisho.ruleset.azure;

import dev.sekisho.ruleset.reading.Cloud;
import dev.sekisho.ruleset.reading.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The network security groups and virtual networks of an API answer, of a listing by the CLI or PowerShell, or of an ARM
 * template.
 */
public final class AzureDocument {

    /**
     * A network security group; its rules may stand in it, below it or beside it.
     *
     * @param defaults empty if the document does not state them
     */
    public record Group(String name, List<Json> rules, List<Json> defaults) {}

    private static final String GROUPS = "/networksecuritygroups";
    private static final String RULES = "securityrules";

    /** By their names in lower case. */
    private final Map<String, Group> groups = new LinkedHashMap<>();

    final List<Json> networks = new ArrayList<>();
    final List<Json> gateways = new ArrayList<>();

    /** By their names in lower case: groups of which the document does not show all rules; "" stands for any. */
    private final Set<String> partly = new HashSet<>();

    private int furtherPages;
    private int lastPages;

    public static AzureDocument of(String text) {
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

    public List<Group> groups() {
        return List.copyOf(groups.values());
    }

    /** Whether it may have rules that the document does not show. */
    boolean isPartly(Group group) {
        return partly.contains("")
                || partly.contains(group.name().toLowerCase(Locale.ROOT))
                || furtherPages > lastPages;
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
        part.field("value").filter(Json::isArray).ifPresent(all -> {
            page(part, all);
            add(all, group);
        });
        var type = field(part, "type")
                .filter(Json::isText)
                .map(Json::text)
                .orElse("")
                .toLowerCase(Locale.ROOT);
        if (type.endsWith(GROUPS) || type.isEmpty() && property(part, RULES).isPresent()) {
            addGroup(part);
        } else if (type.endsWith(GROUPS + "/" + RULES) || type.equals(RULES)) {
            addRule(part, owner(part).orElse(group));
        } else if (type.endsWith("/virtualnetworks")) {
            networks.add(part);
        } else if (type.endsWith("/localnetworkgateways")) {
            gateways.add(part);
        } else if (type.endsWith("/deployments")) {
            property(part, "template").filter(Json::isObject).ifPresent(template -> add(template, group));
        } else {
            part.field("resources").filter(Json::isArray).ifPresent(all -> add(all, group));
        }
    }

    /** Of several pages of rules the last one has no link to a next. */
    private void page(Json answer, Json all) {
        var rules = all.items().stream()
                .filter(Json::isObject)
                .anyMatch(one -> field(one, "type")
                        .filter(type -> type.isText()
                                && type.text().toLowerCase(Locale.ROOT).endsWith(RULES))
                        .isPresent());
        var further = answer.text("nextLink").filter(link -> !link.isEmpty()).isPresent();
        furtherPages += rules && further ? 1 : 0;
        lastPages += rules && !further ? Integer.MAX_VALUE / 2 : 0;
    }

    /** Whose rule it is may be for an expression to say. */
    private void addRule(Json rule, String owner) {
        if (owner.startsWith("[")) {
            partly.add("");
        } else {
            group(owner).rules().add(rule);
        }
    }

    private void addGroup(Json resource) {
        var group = group(name(resource));
        if (!showsRules(resource)) {
            partly.add(group.name().toLowerCase(Locale.ROOT));
        }
        property(resource, RULES).ifPresent(rules -> group.rules().addAll(rules.items()));
        property(resource, "defaultSecurityRules")
                .ifPresent(rules -> group.defaults().addAll(rules.items()));
        resource.field("resources").filter(Json::isArray).ifPresent(all -> add(all, group.name()));
    }

    /** A template may leave rules out where there are none, or make them in a loop; a mere listing has no properties. */
    private static boolean showsRules(Json group) {
        var template = field(group, "apiVersion").isPresent()
                || field(group, "properties").isPresent();
        return property(group, RULES).isPresent()
                || template && property(group, "copy").isEmpty();
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
