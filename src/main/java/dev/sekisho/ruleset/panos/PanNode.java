package dev.sekisho.ruleset.panos;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One word of a configuration and what stands below it, in order. XML, set commands and braces say the same in this form:
 * elements, names of entries and values are all words on the way to a leaf.
 */
final class PanNode {

    /** What is looked for and not there. */
    static final PanNode NOTHING = new PanNode("", 0);

    private final String name;
    private final int line;
    private Map<String, PanNode> children = Map.of();

    PanNode(String name, int line) {
        this.name = name;
        this.line = line;
    }

    String name() {
        return name;
    }

    /** Where it is first mentioned. */
    int line() {
        return line;
    }

    /** {@link #NOTHING} if there is none. */
    PanNode at(String... path) {
        var found = this;
        for (var word : path) {
            found = found.children.getOrDefault(word, NOTHING);
        }
        return found;
    }

    /** What stands at any of several places. */
    static Stream<PanNode> below(Collection<PanNode> nodes, String... path) {
        return nodes.stream().map(node -> node.at(path)).filter(node -> node != NOTHING);
    }

    Collection<PanNode> children() {
        return children.values();
    }

    boolean isEmpty() {
        return children.isEmpty();
    }

    boolean has(String child) {
        return children.containsKey(child);
    }

    /** Of what is set several times the last counts. */
    String one(String child) {
        var last = "";
        for (var value : at(child).children.keySet()) {
            last = value;
        }
        return last;
    }

    Set<String> all(String child) {
        return at(child).children.keySet();
    }

    /** The names of all below this one. */
    Set<String> names() {
        return children.keySet();
    }

    boolean isYes(String child) {
        return one(child).equals("yes");
    }

    /** The child of this name, made if there is none. */
    PanNode child(String word, int at) {
        return writable().computeIfAbsent(word, none -> new PanNode(word, at));
    }

    /** A value, behind those that were there before. */
    void value(String word, int at) {
        writable().remove(word);
        child(word, at);
    }

    /** Another one beside those of the same name; only a damaged configuration has such. */
    PanNode another(String word, int at) {
        var free = word;
        for (int i = 2; has(free); i++) {
            free = word + " (" + i + ")";
        }
        return child(free, at);
    }

    void remove(String child) {
        if (has(child)) {
            children.remove(child);
        }
    }

    /** The same below another name. */
    private PanNode named(String other) {
        var copy = new PanNode(other, line);
        copy.children = children;
        return copy;
    }

    /** In its place. */
    void rename(String child, String other) {
        reorder(children.values().stream()
                .map(node -> node.name.equals(child) ? node.named(other) : node)
                .toList());
    }

    void copy(String child, String other) {
        var copy = at(child).named(other);
        copy.children = copied(copy.children);
        writable().put(other, copy);
    }

    private static Map<String, PanNode> copied(Map<String, PanNode> children) {
        var copy = new LinkedHashMap<String, PanNode>();
        children.forEach((word, child) -> {
            var twin = child.named(word);
            twin.children = copied(child.children);
            copy.put(word, twin);
        });
        return copy;
    }

    void reorder(List<PanNode> order) {
        var ordered = new LinkedHashMap<String, PanNode>();
        order.forEach(node -> ordered.put(node.name, node));
        children = ordered;
    }

    private Map<String, PanNode> writable() {
        if (!(children instanceof LinkedHashMap)) {
            children = new LinkedHashMap<>();
        }
        return children;
    }
}
