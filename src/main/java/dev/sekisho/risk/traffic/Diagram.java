package dev.sekisho.risk.traffic;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Interval decision diagrams: maps from points of a space to small numbers ("leaves"). A node asks for one axis and has
 * one edge per run of atoms. Equal nodes are one node and a node that would not decide anything is left out, so equal
 * maps have equal references and a shared part is computed once.
 *
 * <p>A reference is a node if it is not negative and {@code ~leaf} otherwise. Combining two diagrams costs at most the
 * product of their nodes, in practice about their sum; the number of edges is bounded.
 */
final class Diagram {

    /** How two maps are combined, point by point. */
    interface Combination {

        /** The combined reference if it can be told without looking into the nodes, else {@link #OPEN}. */
        int known(int a, int b);
    }

    static final int OPEN = Integer.MIN_VALUE;
    static final int MOST_EDGES = 30_000_000;

    private final Space space;
    private final NodeTable nodes;

    Diagram(Space space) {
        this(space, MOST_EDGES);
    }

    Diagram(Space space, int mostEdges) {
        this.space = space;
        this.nodes = new NodeTable(mostEdges);
    }

    static int leaf(int value) {
        return ~value;
    }

    static boolean isLeaf(int reference) {
        return reference < 0;
    }

    Space space() {
        return space;
    }

    NodeTable nodes() {
        return nodes;
    }

    /** The map that is {@code inside} on the cube and {@code outside} elsewhere. */
    int cube(Cube cube, int inside, int outside) {
        var below = inside;
        for (int axis = Axis.COUNT - 1; axis >= 0; axis--) {
            var line = space.line(axis);
            var spans = line.touchedBy(cube.side(Axis.values()[axis]));
            var node = new NodeBuilder(axis, spans.length + 1);
            for (int i = 0; i < spans.length; i += 2) {
                node.until(spans[i] - 1, outside).until(spans[i + 1], below);
            }
            below = nodes.intern(node.until(line.last(), outside));
        }
        return below;
    }

    int combine(Combination how, int a, int b) {
        return new Combining(how).of(a, b);
    }

    /** Combines many maps in their order by halves, so that large ones meet seldom. */
    int combine(Combination how, int[] maps, int nothing) {
        return new Combining(how).all(maps, 0, maps.length, nothing);
    }

    /** What the map says of a point, given by its atom on each axis. */
    int at(int root, int[] atoms) {
        var reference = root;
        while (!isLeaf(reference)) {
            var edges = nodes.edges(reference);
            reference = edges[DiagramSearch.edgeOf(edges, atoms[edges[0]]) + 1];
        }
        return reference;
    }

    /** The same map with each reference to the axis or one after it replaced by a leaf. */
    int cutOff(int root, Axis axis, IntUnaryOperator leaf) {
        return new CutOff(nodes, axis.ordinal(), leaf).of(root);
    }

    /** The same map in another diagram of the same space, without the nodes that only led to it. */
    int copyTo(Diagram other, int root) {
        return new CutOff(other.nodes, Axis.COUNT, IntUnaryOperator.identity()).of(root);
    }

    private final class Combining {

        private final Combination how;
        private final PairMemo memo = new PairMemo();

        Combining(Combination how) {
            this.how = how;
        }

        int all(int[] maps, int from, int to, int nothing) {
            if (to - from < 2) {
                return to == from ? nothing : maps[from];
            }
            var middle = (from + to) >>> 1;
            return of(all(maps, from, middle, nothing), all(maps, middle, to, nothing));
        }

        int of(int a, int b) {
            var known = how.known(a, b);
            if (known != OPEN) {
                return known;
            }
            var remembered = memo.get(a, b);
            if (remembered != OPEN) {
                return remembered;
            }
            var combined = descend(a, b);
            memo.put(a, b, combined);
            return combined;
        }

        private int descend(int a, int b) {
            var axis = Math.min(nodes.axis(a), nodes.axis(b));
            var mine = nodes.edgesAt(a, axis);
            var theirs = nodes.edgesAt(b, axis);
            var node = new NodeBuilder(axis, (mine.length + theirs.length) / 2);
            var last = space.line(axis).last();
            for (int i = 1, j = 1, end = -1; end < last; ) {
                end = Math.min(mine[i], theirs[j]);
                node.until(end, of(mine[i + 1], theirs[j + 1]));
                i += mine[i] == end ? 2 : 0;
                j += theirs[j] == end ? 2 : 0;
            }
            return nodes.intern(node);
        }
    }

    private final class CutOff {

        private final NodeTable target;
        private final int axis;
        private final IntUnaryOperator leaf;
        private final int[] memo = new int[nodes.size()];

        CutOff(NodeTable target, int axis, IntUnaryOperator leaf) {
            this.target = target;
            this.axis = axis;
            this.leaf = leaf;
            Arrays.fill(memo, OPEN);
        }

        int of(int reference) {
            if (isLeaf(reference) || nodes.axis(reference) >= axis) {
                return isLeaf(reference) ? reference : leaf.applyAsInt(reference);
            }
            if (memo[reference] == OPEN) {
                memo[reference] = rebuild(nodes.edges(reference));
            }
            return memo[reference];
        }

        private int rebuild(int[] edges) {
            var node = new NodeBuilder(edges[0], edges.length / 2);
            for (int i = 1; i < edges.length; i += 2) {
                node.until(edges[i], of(edges[i + 1]));
            }
            return target.intern(node);
        }
    }
}
