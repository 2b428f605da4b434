package dev.sekisho.risk.path;

import java.util.Arrays;
import java.util.BitSet;

/** The zones from which some way comes to a link that costs a break; from all others everything within reach is free. */
final class CostlyZones {
    private CostlyZones() {}

    static BitSet of(Network.Step[][] from, Network.Step[][] into) {
        var found = new BitSet();
        var waiting = new IntQueue();
        for (int zone = 0; zone < from.length; zone++) {
            if (Arrays.stream(from[zone]).anyMatch(step -> step.fewest() > 0)) {
                found.set(zone);
                waiting.add(zone);
            }
        }
        while (!waiting.isEmpty()) {
            for (Network.Step step : into[waiting.next()]) {
                if (!found.get(step.from())) {
                    found.set(step.from());
                    waiting.add(step.from());
                }
            }
        }
        return found;
    }
}
