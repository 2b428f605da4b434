package dev.sekisho.risk.traffic.set;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A set of small numbers from 0 to a largest one, printed as people write them: "443,8000-8010". */
public abstract sealed class NumberSet<S extends NumberSet<S>> permits PortSet, ProtocolSet, IcmpTypeSet {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");

    private final LongIntervals intervals;
    private final int largest;

    NumberSet(LongIntervals intervals, int largest) {
        this.intervals = intervals;
        this.largest = largest;
    }

    abstract S with(LongIntervals intervals);

    public final S union(S other) {
        return with(intervals.union(other.intervals()));
    }

    public final S intersect(S other) {
        return with(intervals.intersect(other.intervals()));
    }

    public final S minus(S other) {
        return with(intervals.minus(other.intervals()));
    }

    public final S complement() {
        return with(LongIntervals.of(0, largest).minus(intervals));
    }

    public final boolean isEmpty() {
        return intervals.isEmpty();
    }

    public final boolean isAny() {
        return intervals.ranges() == 1 && intervals.first(0) == 0 && intervals.last(0) == largest;
    }

    public final boolean contains(int number) {
        return intervals.contains(number);
    }

    public final boolean contains(S other) {
        return intervals.contains(other.intervals());
    }

    public final boolean intersects(S other) {
        return intervals.intersects(other.intervals());
    }

    public final int size() {
        return (int) intervals.size();
    }

    /** The lowest number: an example of this set, which must not be empty. */
    public final int first() {
        if (isEmpty()) {
            throw new IllegalStateException("an empty set has no first number");
        }
        return (int) intervals.first(0);
    }

    public final IntStream numbers() {
        return IntStream.range(0, intervals.ranges())
                .flatMap(range -> IntStream.rangeClosed((int) intervals.first(range), (int) intervals.last(range)));
    }

    /** One text per interval, in ascending order. */
    public final List<String> texts() {
        return IntStream.range(0, intervals.ranges()).mapToObj(this::text).toList();
    }

    public final LongIntervals intervals() {
        return intervals;
    }

    String text(int range) {
        var first = intervals.first(range);
        var last = intervals.last(range);
        return first == last ? "" + first : first + "-" + last;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof NumberSet<?> that && largest == that.largest && intervals.equals(that.intervals);
    }

    @Override
    public final int hashCode() {
        return intervals.hashCode();
    }

    @Override
    public final String toString() {
        return isAny() ? "any" : isEmpty() ? "none" : String.join(",", texts());
    }

    /** Reads "443" or "8000-8010". */
    static LongIntervals parseRange(String text, int largest, String what) {
        var dash = text.indexOf('-');
        var first = number(dash < 0 ? text : text.substring(0, dash), text, largest, what);
        var last = dash < 0 ? first : number(text.substring(dash + 1), text, largest, what);
        if (first > last) {
            throw new IllegalArgumentException("'" + text + "' is not " + what + " range: it ends before it starts");
        }
        return LongIntervals.of(first, last);
    }

    private static int number(String digits, String text, int largest, String what) {
        if (!NUMBER.matcher(digits).matches() || Integer.parseInt(digits) > largest) {
            throw new IllegalArgumentException("'" + text + "' is not " + what + ": it is 0 to " + largest);
        }
        return Integer.parseInt(digits);
    }
}
