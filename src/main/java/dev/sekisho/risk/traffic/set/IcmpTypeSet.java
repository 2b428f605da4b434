package dev.sekisho.risk.traffic.set;

import java.util.Collection;
import java.util.List;

/** A set of ICMP or ICMPv6 message types. */
public final class IcmpTypeSet extends NumberSet<IcmpTypeSet> {

    public static final int LAST = 255;

    public static final IcmpTypeSet NONE = new IcmpTypeSet(LongIntervals.NONE);
    public static final IcmpTypeSet ANY = new IcmpTypeSet(LongIntervals.of(0, LAST));

    private IcmpTypeSet(LongIntervals intervals) {
        super(intervals, LAST);
    }

    public static IcmpTypeSet of(int type) {
        return of(Integer.toString(type));
    }

    public static IcmpTypeSet of(String... texts) {
        return parse(List.of(texts));
    }

    /** @throws IllegalArgumentException naming the text that is neither a type nor a range of types */
    public static IcmpTypeSet parse(Collection<String> texts) {
        var ranges = texts.stream()
                .map(text -> parseRange(text, LAST, "an ICMP type"))
                .toList();
        return new IcmpTypeSet(Intervals.unionAll(ranges, LongIntervals.NONE));
    }

    @Override
    public IcmpTypeSet with(LongIntervals intervals) {
        return new IcmpTypeSet(intervals);
    }
}
