package dev.sekisho.risk.traffic;

import dev.sekisho.risk.traffic.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/** A cube of a rule in atoms of a space. */
record Brick(int rule, int[][] spans) {

    /** The axes on which two rules most often differ and are cheapest to compare come first. */
    private static final int[] TELLING = {
        Axis.PORT.ordinal(),
        Axis.DESTINATION.ordinal(),
        Axis.SOURCE.ordinal(),
        Axis.PROTOCOL.ordinal(),
        Axis.SOURCE_PORT.ordinal()
    };

    static List<Brick> of(List<Rule> rules, Space space) {
        var bricks = new ArrayList<Brick>();
        for (int i = 0; i < rules.size(); i++) {
            for (var cube : Cube.of(rules.get(i), space.family())) {
                bricks.add(new Brick(i, space.touchedBy(cube)));
            }
        }
        return bricks;
    }

    int[] spans(int axis) {
        return spans[axis];
    }

    boolean holds(int axis, int atom) {
        return Spans.overlap(spans[axis], atom, atom);
    }

    boolean overlaps(Brick other) {
        for (int axis : TELLING) {
            if (!overlap(spans[axis], other.spans[axis])) {
                return false;
            }
        }
        return true;
    }

    /** The lowest axis from which on this contains the other; behind the last axis if it does nowhere. */
    int coversFrom(Brick other) {
        var axis = Axis.COUNT;
        while (axis > 0 && contain(spans[axis - 1], other.spans[axis - 1])) {
            axis--;
        }
        return axis;
    }

    private static boolean overlap(int[] spans, int[] others) {
        for (int i = 0; i < others.length; i += 2) {
            if (Spans.overlap(spans, others[i], others[i + 1])) {
                return true;
            }
        }
        return false;
    }

    private static boolean contain(int[] spans, int[] others) {
        for (int i = 0; i < others.length; i += 2) {
            if (!contain(spans, others[i], others[i + 1])) {
                return false;
            }
        }
        return true;
    }

    private static boolean contain(int[] spans, int first, int last) {
        for (int i = 0; i < spans.length; i += 2) {
            if (spans[i] <= first && last <= spans[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
