package dev.sekisho.risk.traffic.set;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** A set of TCP or UDP ports. */
public final class PortSet extends NumberSet<PortSet> {

    public static final int LAST = 65535;

    public static final PortSet NONE = new PortSet(LongIntervals.NONE);
    public static final PortSet ANY = range(0, LAST);

    private PortSet(LongIntervals intervals) {
        super(intervals, LAST);
    }

    public static PortSet of(int port) {
        return range(port, port);
    }

    public static PortSet of(String... texts) {
        return parse(List.of(texts));
    }

    public static PortSet range(int first, int last) {
        return new PortSet(parseRange(first + "-" + last, LAST, "a port"));
    }

    /** @throws IllegalArgumentException naming the text that is neither a port nor a range of ports */
    public static PortSet parse(Collection<String> texts) {
        var ranges =
                texts.stream().map(text -> parseRange(text, LAST, "a port")).toList();
        return new PortSet(Intervals.unionAll(ranges, LongIntervals.NONE));
    }

    /** The same ports further on by so many, all of which must be ports. */
    public PortSet shifted(int distance) {
        var moved = IntStream.range(0, intervals().ranges())
                .mapToObj(range -> LongIntervals.of(
                        intervals().first(range) + distance, intervals().last(range) + distance))
                .toList();
        return new PortSet(Intervals.unionAll(moved, LongIntervals.NONE));
    }

    @Override
    public PortSet with(LongIntervals intervals) {
        return new PortSet(intervals);
    }
}
