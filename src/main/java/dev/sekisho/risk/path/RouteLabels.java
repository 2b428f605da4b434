package dev.sekisho.risk.path;

import dev.sekisho.risk.path.Routes.PathEntry;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The labels of a network and, numbered behind them, those that only the ways in of one third party bear. */
final class RouteLabels {
    private final Labels inner;
    private final Map<String, Integer> own = new HashMap<>();
    private final List<String> ownNames = new ArrayList<>();
    private final BitSet ahead = new BitSet();

    RouteLabels(Network network, List<PathEntry> entries) {
        inner = network.labels();
        for (PathEntry entry : entries) {
            int zone = entry.zone() == null ? PathEntry.NOWHERE : network.number(entry.zone());
            entry.allLabels().forEach(label -> register(label, zone));
        }
    }

    private void register(String label, int zone) {
        int number = inner.number(label);
        if (number == 0) {
            own.computeIfAbsent(label, any -> {
                ownNames.add(label);
                return inner.last() + ownNames.size();
            });
        } else if (!inner.isHome(number, zone)) {
            ahead.set(number);
        }
    }

    long numbered(List<String> way) {
        return switch (way.size()) {
            case 0 -> Breaks.NONE;
            case 1 -> Breaks.of(number(way.get(0)));
            default -> Breaks.of(number(way.get(0)), number(way.get(1)));
        };
    }

    private int number(String label) {
        int number = inner.number(label);
        return number == 0 ? own.getOrDefault(label, 0) : number;
    }

    String name(int number) {
        return number <= inner.last() ? inner.name(number) : ownNames.get(number - inner.last() - 1);
    }

    /** Whether a label, once broken, helps nowhere further: it opens only what one has then come through. */
    boolean spent(int label) {
        return label > inner.last() || inner.hasHome(label) && !ahead.get(label);
    }
}
