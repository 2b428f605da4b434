package dev.sekisho.risk.traffic;

/** Ascending, disjoint stretches of atoms, as pairs of first and last in one array. */
final class Spans {

    private Spans() {}

    static boolean overlap(int[] spans, int first, int last) {
        var span = firstEndingAt(spans, first);
        return span < spans.length && spans[span] <= last;
    }

    static boolean overlap(int[] spans, int[] others) {
        if (spans[spans.length - 1] < others[0] || others[others.length - 1] < spans[0]) {
            return false;
        }
        for (int i = 0, j = 0; i < spans.length && j < others.length; ) {
            if (spans[i + 1] < others[j]) {
                i += 2;
            } else if (others[j + 1] < spans[i]) {
                j += 2;
            } else {
                return true;
            }
        }
        return false;
    }

    static boolean contain(int[] spans, int[] others) {
        for (int i = 0; i < others.length; i += 2) {
            var span = firstEndingAt(spans, others[i + 1]);
            if (span == spans.length || spans[span] > others[i]) {
                return false;
            }
        }
        return true;
    }

    /** Where the first stretch stands that ends at or after the atom. */
    private static int firstEndingAt(int[] spans, int atom) {
        int low = 0, high = spans.length / 2;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (spans[2 * middle + 1] < atom) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return 2 * low;
    }
}
