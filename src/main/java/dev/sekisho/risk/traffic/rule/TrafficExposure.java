package dev.sekisho.risk.traffic.rule;

import java.math.BigInteger;

/**
 * How many (address, tcp or udp, port) of a space are permitted, and how many there are.
 *
 * @param permitted |A|
 * @param needed how many of the permitted are needed
 * @param possible |H|
 */
public record TrafficExposure(BigInteger permitted, BigInteger needed, BigInteger possible) {

    public static final TrafficExposure NOTHING =
            new TrafficExposure(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

    private static final double LN2 = StrictMath.log(2);

    /** log2(1+|A|) / log2(1+|H|), from 0 for nothing to 1 for everything. */
    public double openness() {
        return possible.signum() == 0 ? 0 : log2(permitted) / log2(possible);
    }

    /** By how many doublings more is permitted than needed. */
    public double excessBits() {
        return log2(permitted) - log2(needed);
    }

    /** log2(1 + count); strict, so that every machine writes the same bytes. */
    private static double log2(BigInteger count) {
        return StrictMath.log(count.add(BigInteger.ONE).doubleValue()) / LN2;
    }
}
