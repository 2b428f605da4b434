package dev.sekisho.ruleset.azure;

import dev.sekisho.ruleset.reading.Cloud;
import dev.sekisho.ruleset.reading.ConfigurationJson;
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
    public record Group(String name, List<ConfigurationJson> rules, List<ConfigurationJson> defaults) {}

    private static final String GROUPS = "/networksecuritygroups";
    private static final String RULES = "securityrules";

    /** By their names in lower case. */
    private final Map<String, Group> groups = new LinkedHashMap<>();

    final List<ConfigurationJson> networks = new ArrayList<>();
    final List<ConfigurationJson> gateways = new ArrayList<>();

    /** By their names in lower case: groups of which the document does not show all rules; "" stands for any. */
    private final Set<String> partly = new HashSet<>();

    private int furtherPages;
    private int lastPages;

    public static AzureDocument of(String text) {
        var document = new AzureDocument();
        var root = ConfigurationJson.parseSeveral(text);
        document.add(root, "");
        if (document.groups.isEmpty() && !isEmptyAnswer(Cloud.unwrapped(root))) {
            throw root.refusal("a network security group is expected");
        }
        return document;
    }

    private static boolean isEmptyAnswer(ConfigurationJson root) {
        return root.isArray() && root.items().isEmpty()
                || root.isObject()
                        && root.field("value")
                                .filter(ConfigurationJson::isArray)
                                .isPresent();
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
    static Optional<ConfigurationJson> property(ConfigurationJson resource, String name) {
        return field(resource, "properties")
                .filter(ConfigurationJson::isObject)
                .flatMap(inner -> field(inner, name))
                .or(() -> field(resource, name));
    }

    private static Optional<ConfigurationJson> field(ConfigurationJson object, String name) {
        return object.field(name)
                .or(() -> object.fields().entrySet().stream()
                        .filter(field -> field.getKey().equalsIgnoreCase(name)
                                && !field.getValue().isNull())
                        .map(Map.Entry::getValue)
                        .findFirst());
    }

    static String name(ConfigurationJson resource) {
        return field(resource, "name").map(ConfigurationJson::text).orElse("");
    }

    private void add(ConfigurationJson several, String group) {
        if (several.isArray()) {
            several.items().forEach(one -> add(one, group));
            return;
        }
        several.require(several.isObject(), "a resource is expected");
        var part = Cloud.unwrapped(several);
        part.field("value").filter(ConfigurationJson::isArray).ifPresent(all -> {
            page(part, all);
            add(all, group);
        });
        var type = field(part, "type")
                .filter(ConfigurationJson::isText)
                .map(ConfigurationJson::text)
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
            property(part, "template").filter(ConfigurationJson::isObject).ifPresent(template -> add(template, group));
        } else {
            part.field("resources").filter(ConfigurationJson::isArray).ifPresent(all -> add(all, group));
        }
    }

    /** Of several pages of rules the last one has no link to a next. */
    private void page(ConfigurationJson answer, ConfigurationJson all) {
        var rules = all.items().stream()
                .filter(ConfigurationJson::isObject)
                .anyMatch(one -> field(one, "type")
                        .filter(type -> type.isText()
                                && type.text().toLowerCase(Locale.ROOT).endsWith(RULES))
                        .isPresent());
        var further = answer.text("nextLink").filter(link -> !link.isEmpty()).isPresent();
        furtherPages += rules && further ? 1 : 0;
        lastPages += rules && !further ? Integer.MAX_VALUE / 2 : 0;
    }

    /** Whose rule it is may be for an expression to say. */
    private void addRule(ConfigurationJson rule, String owner) {
        if (owner.startsWith("[")) {
            partly.add("");
        } else {
            group(owner).rules().add(rule);
        }
    }

    private void addGroup(ConfigurationJson resource) {
        var group = group(name(resource));
        if (!showsRules(resource)) {
            partly.add(group.name().toLowerCase(Locale.ROOT));
        }
        property(resource, RULES).ifPresent(rules -> group.rules().addAll(rules.items()));
        property(resource, "defaultSecurityRules")
                .ifPresent(rules -> group.defaults().addAll(rules.items()));
        resource.field("resources").filter(ConfigurationJson::isArray).ifPresent(all -> add(all, group.name()));
    }

    /** A template may leave rules out where there are none, or make them in a loop; a mere listing has no properties. */
    private static boolean showsRules(ConfigurationJson group) {
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
    private static Optional<String> owner(ConfigurationJson rule) {
        var name = name(rule);
        if (name.contains("/")) {
            return Optional.of(name.substring(0, name.indexOf('/')));
        }
        var path = field(rule, "id")
                .filter(ConfigurationJson::isText)
                .map(ConfigurationJson::text)
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
