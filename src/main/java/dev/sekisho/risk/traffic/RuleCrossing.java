package dev.sekisho.risk.traffic;

import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.Intervals;
import org.jspecify.annotations.Nullable;

/** Looks for permitted packets of many kinds between the same two sides, whose place in the space is found once. */
final class RuleCrossing {

    private final Compiled permitted;
    private final Compiled open;
    private final Intervals<?> sources;
    private final Intervals<?> destinations;
    private final int[] sourceSpans;
    private final int[] destinationSpans;

    /** @param open what is permitted from some of the sources; it says no sooner */
    RuleCrossing(Compiled permitted, Compiled open, AddressSet sources, AddressSet destinations) {
        var space = permitted.space();
        this.permitted = permitted;
        this.open = open;
        this.sources = space.family().of(sources);
        this.destinations = space.family().of(destinations);
        this.sourceSpans = space.line(Axis.SOURCE).touchedBy(this.sources);
        this.destinationSpans = space.line(Axis.DESTINATION).touchedBy(this.destinations);
    }

    /** A permitted packet of a kind that names neither sources nor destinations. */
    @Nullable
    Packet find(Rule kind) {
        if (open.root() == FirstMatch.DENY) {
            return null;
        }
        for (var cube : Cube.of(kind, permitted.space().family())) {
            var packet = find(cube);
            if (packet != null) {
                return packet;
            }
        }
        return null;
    }

    private @Nullable Packet find(Cube kind) {
        var space = permitted.space();
        var spans = new int[][] {
            destinationSpans,
            space.line(Axis.PROTOCOL).touchedBy(kind.protocols()),
            space.line(Axis.PORT).touchedBy(kind.ports()),
            sourceSpans,
            space.line(Axis.SOURCE_PORT).touchedBy(kind.sourcePorts())
        };
        if (!new DiagramSearch(open.diagram(), spans, Compiled.PERMITTED).find(open.root())) {
            return null;
        }
        var search = new DiagramSearch(permitted.diagram(), spans, Compiled.PERMITTED);
        if (!search.find(permitted.root())) {
            throw new IllegalStateException("what some source may do, none of them may");
        }
        var cube = new Cube(destinations, kind.protocols(), kind.ports(), sources, kind.sourcePorts());
        return Witness.of(space, cube, search.way());
    }
}
