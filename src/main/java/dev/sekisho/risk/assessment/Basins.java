package dev.sekisho.risk.assessment;

import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.stake.Basin;
import java.util.List;

/** What lands in one zone, as it is and at best. */
record Basins(Basin worst, Basin best) {

    static List<Basins> of(ScenarioResult worst, ScenarioResult best, Step step) {
        Derived<Basins, Basins> all = step.over(worst.input.zones)
                .reading(worst.into.basins)
                .reading(best.into.basins)
                .collect("basins of both", zone -> new Basins(worst.into.basins.get(zone), best.into.basins.get(zone)));
        return all.values();
    }
}
