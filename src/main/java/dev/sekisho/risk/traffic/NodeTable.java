package dev.sekisho.risk.traffic;

import dev.sekisho.risk.traffic.rule.TooComplexException;
import java.util.Arrays;

/** Every distinct node once, found by its edges. */
final class NodeTable {

    /** What a node takes besides its edges, in edges. */
    private static final int OVERHEAD = 8;

    private static final int[] GONE = {};

    private final int mostEdges;
    private int[][] nodes = new int[16][];
    private int[] hashes = new int[16];
    private int[] slots = new int[32];
    private int size;
    private int edges;

    NodeTable(int mostEdges) {
        this.mostEdges = mostEdges;
    }

    int size() {
        return size;
    }

    /** What is held, in edges. */
    int edges() {
        return edges;
    }

    /** The axis a reference asks for; leaves come after all axes. */
    int axis(int reference) {
        return Diagram.isLeaf(reference) ? Axis.COUNT : nodes[reference][0];
    }

    int[] edges(int node) {
        return nodes[node];
    }

    /** The edges on this axis; a reference that does not ask for it has a single one, to itself. */
    int[] edgesAt(int reference, int axis) {
        return axis(reference) == axis ? nodes[reference] : new int[] {axis, Integer.MAX_VALUE, reference};
    }

    int intern(NodeBuilder node) {
        if (node.decidesNothing()) {
            return node.onlyTarget();
        }
        if (size == nodes.length) {
            grow();
        }
        var hash = node.hash();
        var slot = hash & slots.length - 1;
        while (slots[slot] != 0) {
            var found = slots[slot] - 1;
            if (hashes[found] == hash && node.equalTo(nodes[found])) {
                return found;
            }
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = size + 1;
        return add(node.edges(), hash);
    }

    /** Gives up the latest nodes, to which nothing may refer any more. */
    void forgetFrom(int first) {
        while (size > first) {
            size--;
            edges -= cost(nodes[size]);
            // when the latest node took its slot nothing had been placed beyond it, so no search is cut off
            var slot = hashes[size] & slots.length - 1;
            while (slots[slot] != size + 1) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = 0;
            nodes[size] = GONE;
        }
    }

    private static int cost(int[] node) {
        return node.length / 2 + OVERHEAD;
    }

    private int add(int[] node, int hash) {
        edges += cost(node);
        if (edges > mostEdges) {
            throw new TooComplexException("parts", mostEdges);
        }
        nodes[size] = node;
        hashes[size] = hash;
        return size++;
    }

    private void grow() {
        nodes = Arrays.copyOf(nodes, 2 * size);
        hashes = Arrays.copyOf(hashes, 2 * size);
        slots = new int[4 * size];
        for (int node = 0; node < size; node++) {
            var slot = hashes[node] & slots.length - 1;
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = node + 1;
        }
    }
}
