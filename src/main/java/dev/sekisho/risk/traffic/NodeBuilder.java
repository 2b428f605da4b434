package dev.sekisho.risk.traffic;

import java.util.Arrays;

/** The edges of a node in the making, as {@code axis, last atom, target, last atom, target ...}; equal neighbours join. */
final class NodeBuilder {

    private final int[] edges;
    private int length = 1;

    NodeBuilder(int axis, int mostEdges) {
        edges = new int[1 + 2 * mostEdges];
        edges[0] = axis;
    }

    /** Adds an edge from where the last one ended, if it has an atom at all. */
    NodeBuilder until(int lastAtom, int target) {
        var reached = length == 1 ? -1 : edges[length - 2];
        if (lastAtom > reached) {
            if (length == 1 || edges[length - 1] != target) {
                length += 2;
            }
            edges[length - 2] = lastAtom;
            edges[length - 1] = target;
        }
        return this;
    }

    boolean decidesNothing() {
        return length == 3;
    }

    int onlyTarget() {
        return edges[2];
    }

    int hash() {
        var hash = 1;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + edges[i];
        }
        return hash * 0x9E3779B9;
    }

    boolean equalTo(int[] others) {
        return Arrays.equals(edges, 0, length, others, 0, others.length);
    }

    int[] edges() {
        return Arrays.copyOf(edges, length);
    }
}
