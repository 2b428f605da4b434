package dev.sekisho.ruleset.junos;

import dev.sekisho.ruleset.reading.Redaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes out what a configuration takes from groups: each group is laid over the place that applies it, {@code <*>}
 * standing for every name that is there. What a place says itself counts before what groups say.
 */
final class JunosGroups {

    private static final String APPLY = "apply-groups";
    private static final String EXCEPT = "apply-groups-except";
    private static final Set<String> DIRECTIVES = Set.of(APPLY, EXCEPT, "apply-macro", "apply-flags");

    /** Groups that a device applies only where it is this one of several. */
    private static final Pattern OF_ONE_PART = Pattern.compile("\\$\\{(node|re)}|(node|re|member)[0-9]{1,2}");

    /** Parts of a configuration that say nothing of what is filtered. */
    private static final Set<String> ELSEWHERE = Set.of(
            "system",
            "chassis",
            "snmp",
            "protocols",
            "routing-options",
            "routing-instances",
            "class-of-service",
            "event-options",
            "services",
            "access",
            "vlans",
            "when");

    /** Parts that are different on each of several devices by their nature, and name interfaces and not rules. */
    private static final Set<String> OF_EACH = Set.of("interfaces");

    private static final int LONGEST_PATTERN = 64;

    /** A part of a group that lies over a part of the configuration. */
    private record Layer(String group, JunosNode node) {}

    private final JunosTree tree;
    private final JunosNode groups;
    private final Map<String, Optional<Pattern>> patterns = new HashMap<>();

    private JunosGroups(JunosTree tree) {
        this.tree = tree;
        this.groups = tree.root.at("groups");
    }

    static void apply(JunosTree tree) {
        var applied = new JunosGroups(tree);
        tree.root.remove("groups");
        applied.walk(tree.root, new ArrayList<>(), List.of());
    }

    private void walk(JunosNode node, List<String> path, List<Layer> above) {
        var layers = layers(node, path, above);
        if (layers.isEmpty() && node.isEmpty()) {
            return;
        }
        DIRECTIVES.forEach(node::remove);
        for (var layer : layers) {
            add(layer, node, path);
        }
        for (var child : node.children()) {
            path.add(child.name());
            JunosTree.refuseDepth(path.size(), child.line());
            walk(child, path, below(layers, child.name()));
            path.remove(path.size() - 1);
        }
    }

    /** What is applied here first, as what is nearer counts before what is farther. */
    private List<Layer> layers(JunosNode node, List<String> path, List<Layer> above) {
        if (!node.has(APPLY) && !node.has(EXCEPT)) {
            return above;
        }
        var layers = new ArrayList<Layer>();
        for (var name : node.at(APPLY).children()) {
            layers.addAll(applied(name, path));
        }
        layers.addAll(above);
        var spared = node.all(EXCEPT);
        layers.removeIf(layer -> spared.contains(layer.group));
        return layers;
    }

    private List<Layer> applied(JunosNode named, List<String> path) {
        var name = named.name();
        var group = groups.at(name);
        var line = named.line();
        if (OF_ONE_PART.matcher(name).matches()) {
            if (!isOfEach(name)) {
                tree.mayChange(line, "a group that depends on the part of the device may change the rules");
            }
            return List.of();
        }
        if (group == JunosNode.NOTHING) {
            if (path.isEmpty() || !ELSEWHERE.contains(path.get(0))) {
                tree.mayChange(line, "the group '" + Redaction.value(name) + "' is applied and does not stand here");
            }
            return List.of();
        }
        if (group.has("when")) {
            if (!says(group, ELSEWHERE)) {
                return List.of();
            }
            tree.mayChange(line, "the group '" + Redaction.value(name) + "' is applied under a condition");
        }
        var layers = List.of(new Layer(name, group));
        for (var word : path) {
            layers = below(layers, word);
        }
        return layers;
    }

    /** Whether what it says is of each part of the device by its nature, so that the rules are the same on all. */
    private boolean isOfEach(String name) {
        var wanted = name.startsWith("$") ? name.substring(2, name.length() - 1) + "[0-9]{1,2}" : Pattern.quote(name);
        var found = groups.children().stream()
                .filter(group -> group.name().matches(wanted))
                .toList();
        return !found.isEmpty()
                && found.stream()
                        .flatMap(group -> group.names().stream())
                        .allMatch(part -> ELSEWHERE.contains(part) || OF_EACH.contains(part));
    }

    private static boolean says(JunosNode group, Set<String> harmless) {
        return group.names().stream().anyMatch(part -> !harmless.contains(part));
    }

    /** Adds what a group says and the place does not; what stands for several names is looked at below each of them. */
    private void add(Layer layer, JunosNode node, List<String> path) {
        if (JunosSchema.isSingle(path) && !node.isEmpty()) {
            return;
        }
        for (var said : layer.node.children()) {
            var word = said.name();
            if (isPattern(word) || DIRECTIVES.contains(word) || node.has(word)) {
                continue;
            }
            if (JunosSchema.alternatives(path, word, node).isEmpty()) {
                tree.grow(said.line());
                node.child(word, said.line()).inherit();
            }
        }
    }

    private List<Layer> below(List<Layer> layers, String word) {
        var found = new ArrayList<Layer>();
        for (var layer : layers) {
            for (var said : layer.node.children()) {
                if (said.name().equals(word) || isPattern(said.name()) && stands(said, word)) {
                    found.add(new Layer(layer.group, said));
                }
            }
        }
        return found.isEmpty() ? List.of() : found;
    }

    private static boolean isPattern(String word) {
        return word.length() > 2 && word.startsWith("<") && word.endsWith(">");
    }

    private boolean stands(JunosNode pattern, String word) {
        var compiled = patterns.computeIfAbsent(pattern.name(), JunosGroups::compiled);
        if (compiled.isEmpty()) {
            tree.mayChange(pattern.line(), "what a pattern of a group stands for is not known");
            return false;
        }
        return compiled.get().matcher(word).matches();
    }

    /** {@code <ge-*>}: '*' is any text, '?' any character, "[a-c]" one of these. */
    private static Optional<Pattern> compiled(String pattern) {
        var glob = pattern.substring(1, pattern.length() - 1);
        if (glob.length() > LONGEST_PATTERN
                || glob.chars().filter(c -> c == '*').count() > 4
                || !glob.matches("([^\\[\\]\\\\]|\\[!?[A-Za-z0-9_.-]+])*+")) {
            return Optional.empty();
        }
        var regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            var c = glob.charAt(i);
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                case '[' -> {
                    var end = glob.indexOf(']', i);
                    regex.append(glob, i, end + 1);
                    i = end;
                }
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        try {
            return Optional.of(Pattern.compile(regex.toString().replace("[!", "[^")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
