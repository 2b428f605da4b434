package dev.sekisho.risk.traffic;

import java.util.BitSet;
import java.util.function.IntPredicate;

/** Looks for a way through a diagram, within spans of atoms, to a leaf of a wanted kind; fails at most once per node. */
final class DiagramSearch {

    private final Diagram diagram;
    private final int[][] spans;
    private final IntPredicate wanted;
    private final BitSet failed = new BitSet();

    /** The first and last atom of the edge taken on each axis; all atoms where the way does not depend on the axis. */
    private final int[][] way = new int[Axis.COUNT][];

    DiagramSearch(Diagram diagram, int[][] spans, IntPredicate wanted) {
        this.diagram = diagram;
        this.spans = spans;
        this.wanted = wanted;
        for (int axis = 0; axis < Axis.COUNT; axis++) {
            way[axis] = whole(axis);
        }
    }

    boolean find(int reference) {
        for (var span : spans) {
            if (span.length == 0) {
                return false;
            }
        }
        return descend(reference);
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
        var beyond = spans[axis][spans[axis].length - 1];
        for (int i = edgeOf(edges, spans[axis][0]); i < edges.length; i += 2) {
            var first = i == 1 ? 0 : edges[i - 2] + 1;
            if (first > beyond) {
                break;
            }
            if (Spans.overlap(spans[axis], first, edges[i])) {
                way[axis] = new int[] {first, edges[i]};
                if (descend(edges[i + 1])) {
                    return true;
                }
            }
        }
        way[axis] = whole(axis);
        failed.set(reference);
        return false;
    }

    /** Where the edge stands that an atom takes. */
    static int edgeOf(int[] edges, int atom) {
        int low = 0, high = edges.length / 2;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (edges[2 * middle + 1] < atom) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return 2 * low + 1;
    }

    private int[] whole(int axis) {
        return new int[] {0, diagram.space().line(axis).last()};
    }
}
