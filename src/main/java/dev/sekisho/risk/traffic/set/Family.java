package dev.sekisho.risk.traffic.set;

import java.math.BigInteger;
import java.util.stream.IntStream;

/** The two address families; no packet crosses from one to the other, so each has a diagram of its own. */
public enum Family {
    FOUR(AddressSet.BITS4, "198.51.100.7") {
        @Override
        public Intervals<?> of(AddressSet set) {
            return set.four();
        }

        @Override
        public String write(BigInteger address) {
            return AddressText.write4(address.longValue());
        }

        @Override
        public AddressSet between(BigInteger first, BigInteger last) {
            return AddressSet.of(LongIntervals.of(first.longValue(), last.longValue()));
        }
    },
    SIX(AddressSet.BITS6, "2001:db8:ffff::7") {
        @Override
        public Intervals<?> of(AddressSet set) {
            return set.six();
        }

        @Override
        public String write(BigInteger address) {
            return AddressText.write6(address);
        }

        @Override
        public AddressSet between(BigInteger first, BigInteger last) {
            return AddressSet.of(WideIntervals.of(first, last));
        }
    };

    private final BigInteger size;
    private final BigInteger stranger;

    Family(int bits, String stranger) {
        this.size = BigInteger.ONE.shiftLeft(bits);
        this.stranger = AddressText.read(stranger);
    }

    public abstract Intervals<?> of(AddressSet set);

    public abstract String write(BigInteger address);

    public abstract AddressSet between(BigInteger first, BigInteger last);

    public AddressSet set(Intervals<?> addresses) {
        return AddressSet.union(IntStream.range(0, addresses.ranges())
                .mapToObj(range -> between(addresses.low(range), addresses.high(range)))
                .toList());
    }

    /** The same addresses further on by so many, all of which must be addresses of this family. */
    public AddressSet shifted(AddressSet addresses, BigInteger distance) {
        var blocks = of(addresses);
        return AddressSet.union(IntStream.range(0, blocks.ranges())
                .mapToObj(range -> between(
                        blocks.low(range).add(distance), blocks.high(range).add(distance)))
                .toList());
    }

    public BigInteger size() {
        return size;
    }

    /** Anybody's address in a witness: one that is reserved for documentation, where it is as good as any other. */
    public BigInteger stranger() {
        return stranger;
    }

    public BigInteger read(String address) {
        return AddressText.read(address);
    }
}
