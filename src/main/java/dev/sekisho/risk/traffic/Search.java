package dev.sekisho.risk.traffic;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;

/** Looks for a way through a diagram, within spans of atoms, to a leaf of a wanted kind; fails at most once per node. */
final class Search {

    private final Diagram diagram;
    private final int[][] spans;
    private final IntPredicate wanted;
    private final BitSet failed = new BitSet();

    /** The first and last atom of the edge taken on each axis; all atoms where the way does not depend on the axis. */
    private final int[][] way = new int[Axis.COUNT][];

    Search(Diagram diagram, int[][] spans, IntPredicate wanted) {
        this.diagram = diagram;
        this.spans = spans;
        this.wanted = wanted;
        for (int axis = 0; axis < Axis.COUNT; axis++) {
            way[axis] = whole(axis);
        }
    }

    boolean find(int reference) {
        return Arrays.stream(spans).allMatch(span -> span.length > 0) && descend(reference);
    }

    int[][] way() {
        return way;
    }

    private boolean descend(int reference) {
        if (Diagram.isLeaf(reference)) {
            return wanted.test(~reference);
        }
        if (failed.get(reference)) {
            return false;
        }
        var edges = diagram.nodes().edges(reference);
        var axis = edges[0];
        for (int i = 1, first = 0; i < edges.length; first = edges[i] + 1, i += 2) {
            way[axis] = new int[] {first, edges[i]};
            if (Spans.overlap(spans[axis], first, edges[i]) && descend(edges[i + 1])) {
                return true;
            }
        }
        way[axis] = whole(axis);
        failed.set(reference);
        return false;
    }

    private int[] whole(int axis) {
        return new int[] {0, diagram.space().line(axis).last()};
    }
}
