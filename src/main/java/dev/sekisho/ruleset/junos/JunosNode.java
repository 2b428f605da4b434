package dev.sekisho.ruleset.junos;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One word of a configuration and what stands below it, in order. Set commands and braces say the same in this form:
 * keywords, names and values are all words on the way to a leaf.
 */
final class JunosNode {

    /** What is looked for and not there. */
    static final JunosNode NOTHING = new JunosNode("", 0);

    private static final String CONDITIONS = "from";

    private final String name;
    private final int line;
    private Map<String, JunosNode> children = Map.of();
    private boolean inactive;
    private boolean inherited;
    /** Whether all that stood below it was taken away. */
    private boolean emptied;

    JunosNode(String name, int line) {
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

    /** Whether it stands here only because a group does. */
    boolean isInherited() {
        return inherited;
    }

    void inherit() {
        inherited = true;
    }

    /** Whether the device passes it over. */
    boolean isInactive() {
        return inactive;
    }

    void activate(boolean active) {
        inactive = !active;
    }

    /** {@link #NOTHING} if there is none. */
    JunosNode at(String... path) {
        return at(List.of(path));
    }

    JunosNode at(List<String> path) {
        var found = this;
        for (var word : path) {
            found = found.children.getOrDefault(word, NOTHING);
        }
        return found;
    }

    Collection<JunosNode> children() {
        return children.values();
    }

    /** The names of all below this one. */
    Set<String> names() {
        return children.keySet();
    }

    boolean isEmpty() {
        return children.isEmpty();
    }

    boolean has(String child) {
        return children.containsKey(child);
    }

    /** Of what is set several times the last counts; "" if nothing is. */
    String one(String child) {
        var last = "";
        for (var value : all(child)) {
            last = value;
        }
        return last;
    }

    Set<String> all(String child) {
        return at(child).children.keySet();
    }

    /** The child of this name, made if there is none. */
    JunosNode child(String word, int at) {
        return writable().computeIfAbsent(word, none -> new JunosNode(word, at));
    }

    /** A value, behind those that were there before. */
    JunosNode value(String word, int at) {
        var known = writable().remove(word);
        var value = known == null ? new JunosNode(word, at) : known;
        writable().put(word, value);
        return value;
    }

    void remove(String child) {
        if (has(child)) {
            writable().remove(child);
            emptied = true;
        }
    }

    /** Takes these children over from another. */
    void adopt(JunosNode other, Collection<String> names) {
        for (var child : names) {
            if (other.has(child)) {
                writable().put(child, other.at(child));
                other.remove(child);
            }
        }
    }

    /** In its place. */
    void rename(String child, String other) {
        reorder(children.values().stream()
                .map(node -> node.name.equals(child) ? node.copied(other) : node)
                .toList());
    }

    void copy(String child, String other) {
        writable().put(other, at(child).copied(other));
    }

    private JunosNode copied(String other) {
        var copy = new JunosNode(other, line);
        copy.inactive = inactive;
        children.forEach((word, child) -> copy.writable().put(word, child.copied(word)));
        return copy;
    }

    /** Puts a child before or behind another. */
    void move(String child, String beside, boolean before) {
        var order = new ArrayList<>(children.values());
        var moved = at(child);
        order.remove(moved);
        order.add(order.indexOf(at(beside)) + (before ? 0 : 1), moved);
        reorder(order);
    }

    private void reorder(List<JunosNode> order) {
        var ordered = new LinkedHashMap<String, JunosNode>();
        order.forEach(node -> ordered.put(node.name, node));
        children = ordered;
    }

    private Map<String, JunosNode> writable() {
        if (!(children instanceof LinkedHashMap)) {
            children = new LinkedHashMap<>();
        }
        return children;
    }

    /** Takes away what is passed over, here and below; a condition of a filter that has lost all its values goes with them. */
    void prune() {
        if (!children.isEmpty()) {
            emptied |= children.values().removeIf(JunosNode::isInactive);
            children.values().forEach(JunosNode::prune);
            if (name.equals(CONDITIONS)) {
                children.values().removeIf(condition -> condition.emptied && condition.isEmpty());
            }
        }
    }
}
