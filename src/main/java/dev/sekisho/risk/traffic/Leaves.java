package dev.sekisho.risk.traffic;

import java.util.BitSet;
import java.util.List;

/** All distinct leaves of a diagram, each node looked at once. */
final class Leaves {

    private final Diagram diagram;
    private final BitSet seen = new BitSet();
    private final BitSet leaves = new BitSet();

    private Leaves(Diagram diagram) {
        this.diagram = diagram;
    }

    static List<Integer> of(Diagram diagram, int root) {
        var found = new Leaves(diagram);
        found.visit(root);
        return found.leaves.stream().boxed().toList();
    }

    private void visit(int reference) {
        if (Diagram.isLeaf(reference)) {
            leaves.set(~reference);
        } else if (!seen.get(reference)) {
            seen.set(reference);
            var edges = diagram.nodes().edges(reference);
            for (int i = 2; i < edges.length; i += 2) {
                visit(edges[i]);
            }
        }
    }
}
