package dev.sekisho.risk.traffic;

/** Ascending, disjoint stretches of atoms, as pairs of first and last in one array. */
final class Spans {

    private Spans() {}

    static boolean overlap(int[] spans, int first, int last) {
        var span = firstEndingAt(spans, first);
        return span < spans.length && spans[span] <= last;
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
