package dev.sekisho.risk.traffic.set;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A set of IP protocol numbers; the well-known ones print by name. */
public final class ProtocolSet extends NumberSet<ProtocolSet> {

    public static final int LAST = 255;
    private static final Map<String, Integer> NUMBERS = Map.of(
            "icmp", 1, "tcp", 6, "udp", 17, "gre", 47, "esp", 50, "ah", 51, "icmpv6", 58, "sctp", 132, "udplite", 136);

    public static final ProtocolSet NONE = new ProtocolSet(LongIntervals.NONE);
    public static final ProtocolSet ANY = new ProtocolSet(LongIntervals.of(0, LAST));
    public static final ProtocolSet ICMP = of(1);
    public static final ProtocolSet TCP = of(6);
    public static final ProtocolSet UDP = of(17);
    public static final ProtocolSet ICMPV6 = of(58);
    public static final ProtocolSet TCP_UDP = TCP.union(UDP);

    /** The protocols whose packets carry ports: TCP, UDP, DCCP, SCTP, UDP-Lite. */
    public static final ProtocolSet PORTED = of("6", "17", "33", "132", "136");

    public static final ProtocolSet ICMPS = ICMP.union(ICMPV6);

    private ProtocolSet(LongIntervals intervals) {
        super(intervals, LAST);
    }

    public static ProtocolSet of(int number) {
        return of(Integer.toString(number));
    }

    public static ProtocolSet of(String... texts) {
        return parse(List.of(texts));
    }

    public static ProtocolSet parse(String text) {
        return parse(List.of(text));
    }

    /**
     * Reads names ("TCP", "any") and numbers.
     *
     * @throws IllegalArgumentException naming the text that is neither
     */
    public static ProtocolSet parse(Collection<String> texts) {
        var ranges = texts.stream().map(ProtocolSet::parseOne).toList();
        return new ProtocolSet(Intervals.unionAll(ranges, LongIntervals.NONE));
    }

    /** "tcp" for 6, else the number. */
    public static String name(int number) {
        return NUMBERS.entrySet().stream()
                .filter(entry -> entry.getValue() == number)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Integer.toString(number));
    }

    @Override
    public ProtocolSet with(LongIntervals intervals) {
        return new ProtocolSet(intervals);
    }

    @Override
    String text(int range) {
        var first = intervals().first(range);
        return first == intervals().last(range) ? name((int) first) : super.text(range);
    }

    private static LongIntervals parseOne(String text) {
        var name = text.toLowerCase(Locale.ROOT);
        var number = NUMBERS.get(name);
        if (name.equals("any")) {
            return LongIntervals.of(0, LAST);
        }
        return number == null ? parseRange(text, LAST, "a protocol") : LongIntervals.of(number, number);
    }
}
