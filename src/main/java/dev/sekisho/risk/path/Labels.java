package dev.sekisho.risk.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The labels our crossings bear, numbered from 1 on as they come, each with its home: the only zone it helps into, where
 * there is one. Whoever broke such a label on the way into its home gains nothing more by it.
 */
final class Labels {
    private static final int SEVERAL = -1;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private int[] homes = new int[64];

    /** The number of a label on a crossing into a zone. */
    int number(String label, int zone) {
        int number = numbers.computeIfAbsent(label, this::next);
        if (number == homes.length) {
            homes = Arrays.copyOf(homes, 2 * number);
        }
        if (number > names.size()) {
            names.add(label);
            homes[number] = zone;
        } else if (homes[number] != zone) {
            homes[number] = SEVERAL;
        }
        return number;
    }

    private int next(String label) {
        return names.size() + 1;
    }

    /** The number of a label, or 0 where no crossing bears it. */
    int number(String label) {
        return numbers.getOrDefault(label, 0);
    }

    String name(int number) {
        return names.get(number - 1);
    }

    int size() {
        return names.size();
    }

    /** Whether a label helps into one zone only. */
    boolean hasHome(int number) {
        return homes[number] != SEVERAL;
    }

    /** Whether a label helps into this zone and no other. */
    boolean isHome(int number, int zone) {
        return homes[number] == zone;
    }
}
