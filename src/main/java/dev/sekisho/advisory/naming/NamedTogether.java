package dev.sekisho.advisory.naming;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Learns from vulnerabilities what else a product is called: one source writes its maker's words, another a CPE name or a
 * package URL, and both stand under one vulnerability. It only suggests, since other products may have the same flaw.
 */
public final class NamedTogether {
    /** A vulnerability of as many names is of many products. */
    private static final int MOST_NAMES = 60;

    private static final int BEST = 95;
    /** A few vulnerabilities may name two products by chance. */
    private static final int FEW = 2;

    private final Set<String> own;
    private final Map<String, Integer> counts = new HashMap<>();
    private int vulnerabilities;

    /** @param own names under which the product is looked up */
    public NamedTogether(Set<String> own) {
        this.own = own;
    }

    /** Takes in one vulnerability that names the product. */
    public void add(Set<String> names) {
        vulnerabilities++;
        if (names.size() <= MOST_NAMES) {
            names.stream()
                    .filter(name -> !own.contains(name) && isName(name))
                    .forEach(name -> counts.merge(name, 1, Integer::sum));
        }
    }

    private static boolean isName(String name) {
        NameKey key = NameKey.of(name);
        boolean whole = key != null && (key.kind() == NameKey.Kind.NAME || key.kind() == NameKey.Kind.PURL);
        return whole && !name.endsWith("()");
    }

    /** What at least half of them name as well, with how sure that is as {@link Likeness} counts, 60 to 95. */
    public Map<String, Integer> likely() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() * 2 >= vulnerabilities)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry ->
                                Likeness.LEAST + (BEST - Likeness.LEAST) * entry.getValue() / (vulnerabilities + FEW)));
    }

    /** How many of the vulnerabilities name it as well. */
    public int count(String name) {
        return counts.getOrDefault(name, 0);
    }

    /** Why a name is suggested, as a sentence without its point. */
    String why(String name) {
        return count(name) + " of the " + vulnerabilities + " vulnerabilities that name it name this as well";
    }
}
