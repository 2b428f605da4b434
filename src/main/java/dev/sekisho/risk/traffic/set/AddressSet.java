package dev.sekisho.risk.traffic.set;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A set of IPv4 and IPv6 addresses, printed as CIDRs, single addresses and ranges in ascending order. */
public final class AddressSet {

    static final int BITS4 = 32;
    static final int BITS6 = 128;
    private static final long LAST4 = (1L << BITS4) - 1;
    private static final BigInteger LAST6 = BigInteger.ONE.shiftLeft(BITS6).subtract(BigInteger.ONE);
    private static final Pattern PREFIX = Pattern.compile("0|[1-9][0-9]{0,2}");

    public static final AddressSet NONE = new AddressSet(LongIntervals.NONE, WideIntervals.NONE);
    public static final AddressSet ANY4 = new AddressSet(LongIntervals.of(0, LAST4), WideIntervals.NONE);
    public static final AddressSet ANY6 = new AddressSet(LongIntervals.NONE, WideIntervals.of(BigInteger.ZERO, LAST6));
    public static final AddressSet ANY = new AddressSet(ANY4.four, ANY6.six);

    private final LongIntervals four;
    private final WideIntervals six;

    private AddressSet(LongIntervals four, WideIntervals six) {
        this.four = four;
        this.six = six;
    }

    static AddressSet of(LongIntervals four) {
        return new AddressSet(four, WideIntervals.NONE);
    }

    static AddressSet of(WideIntervals six) {
        return new AddressSet(LongIntervals.NONE, six);
    }

    public static AddressSet of(String... texts) {
        return parse(List.of(texts));
    }

    /**
     * The union of CIDRs ("10.0.0.0/8", "2001:db8::/32"), single addresses and inclusive ranges ("10.0.0.1-10.0.0.9").
     *
     * @throws IllegalArgumentException naming the text that is anything else or ambiguous
     */
    public static AddressSet parse(Collection<String> texts) {
        return union(texts.stream().map(AddressSet::parseOne).toList());
    }

    /** The set of one address. */
    public static AddressSet single(String address) {
        var point = AddressText.read(address);
        return of(point, point, AddressText.isSix(address) ? BITS6 : BITS4);
    }

    public static AddressSet union(Collection<AddressSet> sets) {
        return new AddressSet(
                Intervals.unionAll(sets.stream().map(set -> set.four).toList(), LongIntervals.NONE),
                Intervals.unionAll(sets.stream().map(set -> set.six).toList(), WideIntervals.NONE));
    }

    public AddressSet union(AddressSet other) {
        return new AddressSet(four.union(other.four), six.union(other.six));
    }

    public AddressSet intersect(AddressSet other) {
        return new AddressSet(four.intersect(other.four), six.intersect(other.six));
    }

    public AddressSet minus(AddressSet other) {
        return new AddressSet(four.minus(other.four), six.minus(other.six));
    }

    public AddressSet complement() {
        return ANY.minus(this);
    }

    public AddressSet only4() {
        return of(four);
    }

    public AddressSet only6() {
        return of(six);
    }

    /** The same without a family that it holds all of. */
    public AddressSet withoutWholeFamilies() {
        var whole4 = four.equals(ANY4.four);
        var whole6 = six.equals(ANY6.six);
        return whole4 || whole6
                ? new AddressSet(whole4 ? LongIntervals.NONE : four, whole6 ? WideIntervals.NONE : six)
                : this;
    }

    public boolean isEmpty() {
        return four.isEmpty() && six.isEmpty();
    }

    /** Whether it is one address. */
    public boolean isSingle() {
        return size4().add(size6()).equals(BigInteger.ONE);
    }

    public boolean contains(AddressSet other) {
        return four.contains(other.four) && six.contains(other.six);
    }

    public boolean contains(String address) {
        return contains(single(address));
    }

    public boolean intersects(AddressSet other) {
        return four.intersects(other.four) || six.intersects(other.six);
    }

    /** How many IPv4 addresses. */
    public BigInteger size4() {
        return four.count();
    }

    /** How many IPv6 addresses. */
    public BigInteger size6() {
        return six.count();
    }

    /** The lowest address, IPv4 before IPv6: an example of this set, which must not be empty. */
    public String first() {
        if (isEmpty()) {
            throw new IllegalStateException("an empty set has no first address");
        }
        return four.isEmpty() ? AddressText.write6(six.low(0)) : AddressText.write4(four.first(0));
    }

    /** One text per interval, each of which {@link #parse} reads back: a CIDR where it is one, else a range. */
    public List<String> texts() {
        return blocks().map(AddressBlock::text).toList();
    }

    /** The fewest CIDRs that are together this set. */
    public List<String> cidrs() {
        return blocks().flatMap(block -> block.cidrs().stream()).toList();
    }

    public LongIntervals four() {
        return four;
    }

    WideIntervals six() {
        return six;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof AddressSet that && four.equals(that.four) && six.equals(that.six);
    }

    @Override
    public int hashCode() {
        return 31 * four.hashCode() + six.hashCode();
    }

    @Override
    public String toString() {
        return equals(ANY) ? "any" : isEmpty() ? "none" : String.join(",", texts());
    }

    private Stream<AddressBlock> blocks() {
        var blocks = new ArrayList<AddressBlock>();
        for (int i = 0; i < four.ranges(); i++) {
            blocks.add(new AddressBlock(four.low(i), four.high(i), BITS4));
        }
        for (int i = 0; i < six.ranges(); i++) {
            blocks.add(new AddressBlock(six.low(i), six.high(i), BITS6));
        }
        return blocks.stream();
    }

    private static AddressSet parseOne(String text) {
        var slash = text.indexOf('/');
        var dash = text.indexOf('-');
        if (slash >= 0) {
            return cidr(text, text.substring(0, slash), text.substring(slash + 1));
        }
        return dash >= 0 ? range(text, text.substring(0, dash), text.substring(dash + 1)) : range(text, text, text);
    }

    private static AddressSet cidr(String text, String network, String prefix) {
        var bits = AddressText.isSix(network) ? BITS6 : BITS4;
        AddressText.require(
                PREFIX.matcher(prefix).matches() && Integer.parseInt(prefix) <= bits,
                text,
                "the prefix length is 0 to " + bits + ", without leading zeros");
        var host = bits - Integer.parseInt(prefix);
        var first = AddressText.read(network);
        AddressText.require(
                first.signum() == 0 || first.getLowestSetBit() >= host,
                text,
                "bits are set to the right of the prefix");
        return of(first, first.add(BigInteger.ONE.shiftLeft(host)).subtract(BigInteger.ONE), bits);
    }

    private static AddressSet range(String text, String from, String to) {
        AddressText.require(AddressText.isSix(from) == AddressText.isSix(to), text, "its ends are of one family");
        var first = AddressText.read(from);
        var last = AddressText.read(to);
        AddressText.require(first.compareTo(last) <= 0, text, "it ends before it starts");
        return of(first, last, AddressText.isSix(from) ? BITS6 : BITS4);
    }

    private static AddressSet of(BigInteger first, BigInteger last, int bits) {
        return bits == BITS4
                ? of(LongIntervals.of(first.longValue(), last.longValue()))
                : of(WideIntervals.of(first, last));
    }
}
