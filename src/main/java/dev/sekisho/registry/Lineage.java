package dev.sekisho.registry;

import dev.sekisho.web.problem.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How long the lines of parents are once something is written. Only what comes to stand deeper than it is stored can be too
 * deep: what is stored already, from before there was a limit or not, can be written again and moved up.
 */
public final class Lineage {
    private final Registry<?, ?> registry;
    private final Map<String, @Nullable String> said;
    private final Map<String, @Nullable String> stored = new HashMap<>();
    private final Map<String, Integer> before = new HashMap<>();
    private final Map<String, Integer> after = new HashMap<>();

    private Lineage(Registry<?, ?> registry, Map<String, @Nullable String> said) {
        this.registry = registry;
        this.said = said;
    }

    /**
     * A line that would be too long.
     *
     * @param of the key of what is written
     * @param end the key of what would stand too deep: the same, or a descendant that is stored
     * @param length of the line, from what has no parent to that end
     * @param most how long a line may be
     */
    public record TooLong(String of, String end, int length, int most) {
        public Problem.FieldError fault() {
            return new Problem.FieldError(
                    "/parent",
                    "makes a line of parents of " + length + " that ends at " + end + "; a line has at most " + most);
        }
    }

    /** @param said the parents that objects are said to have, by the key of each object written; there is no circle */
    public static List<TooLong> tooLong(Registry<?, ?> registry, Map<String, @Nullable String> said) {
        return registry.longestLine() == Integer.MAX_VALUE ? List.of() : new Lineage(registry, said).tooLong();
    }

    private List<TooLong> tooLong() {
        readAncestors();
        var found = new ArrayList<TooLong>();
        var moved = new ArrayList<String>();
        said.keySet().stream().filter(this::isDeeper).forEach(key -> {
            if (depth(key) > registry.longestLine()) {
                found.add(line(key, key, depth(key)));
            } else if (stored.containsKey(key)) {
                moved.add(key);
            }
        });
        found.addAll(below(moved));
        return found;
    }

    private boolean isDeeper(String key) {
        return said.get(key) != null && depth(key) > (stored.containsKey(key) ? depth(key, stored::get, before) : 0);
    }

    /** What is written may take along what is stored below it and is not written. */
    private List<TooLong> below(List<String> moved) {
        var found = new LinkedHashMap<String, TooLong>();
        Map<String, String> carriedBy = new HashMap<>();
        moved.forEach(key -> carriedBy.put(key, key));
        List<String> level = moved;
        while (!level.isEmpty()) {
            var next = new ArrayList<String>();
            registry.rows().children(level).forEach((child, parent) -> {
                String carrier = carriedBy.get(parent);
                if (said.containsKey(child)) {
                    return;
                }
                int deep = depth(parent) + 1;
                after.put(child, deep);
                carriedBy.put(child, carrier);
                if (deep > registry.longestLine()) {
                    found.put(carrier, line(carrier, child, deep));
                }
                next.add(child);
            });
            level = next;
        }
        return List.copyOf(found.values());
    }

    private TooLong line(String of, String end, int length) {
        return new TooLong(of, end, length, registry.longestLine());
    }

    private void readAncestors() {
        Set<String> wanted = new HashSet<>();
        said.forEach((key, parent) -> {
            if (parent != null) {
                wanted.add(key);
                wanted.add(parent);
            }
        });
        Set<String> asked = new HashSet<>();
        while (!wanted.isEmpty()) {
            asked.addAll(wanted);
            Map<String, @Nullable String> read = registry.rows().parents(wanted);
            stored.putAll(read);
            wanted.clear();
            read.values().stream()
                    .filter(parent -> parent != null && !asked.contains(parent))
                    .forEach(wanted::add);
        }
    }

    private @Nullable String parentAfter(String key) {
        return said.containsKey(key) ? said.get(key) : stored.get(key);
    }

    private int depth(String key) {
        return depth(key, this::parentAfter, after);
    }

    private static int depth(String key, UnaryOperator<@Nullable String> upwards, Map<String, Integer> known) {
        var climbed = new ArrayDeque<String>();
        String at = key;
        while (at != null && !known.containsKey(at)) {
            climbed.push(at);
            at = upwards.apply(at);
        }
        int depth = at == null ? 0 : known.get(at);
        for (String one : climbed) {
            depth++;
            known.put(one, depth);
        }
        return known.get(key);
    }
}
