package dev.sekisho.risk.traffic.set;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** An unbroken run of addresses of one family, {@code bits} wide. */
record AddressBlock(BigInteger first, BigInteger last, int bits) {

    String text() {
        var host = largestHost(first);
        if (host == 0 && first.equals(last)) {
            return write(first);
        }
        return end(first, host).equals(last) ? cidr(first, host) : write(first) + "-" + write(last);
    }

    List<String> cidrs() {
        var cidrs = new ArrayList<String>();
        for (var from = first; from.compareTo(last) <= 0; ) {
            var host = largestHost(from);
            cidrs.add(cidr(from, host));
            from = end(from, host).add(BigInteger.ONE);
        }
        return cidrs;
    }

    /** The most host bits a CIDR that starts here can have without leaving the block. */
    private int largestHost(BigInteger from) {
        var aligned = from.signum() == 0 ? bits : from.getLowestSetBit();
        var fitting = last.subtract(from).add(BigInteger.ONE).bitLength() - 1;
        return Math.min(aligned, fitting);
    }

    private String cidr(BigInteger from, int host) {
        return write(from) + "/" + (bits - host);
    }

    private String write(BigInteger address) {
        return bits == AddressSet.BITS4 ? AddressText.write4(address.longValue()) : AddressText.write6(address);
    }

    private static BigInteger end(BigInteger from, int host) {
        return from.add(BigInteger.ONE.shiftLeft(host)).subtract(BigInteger.ONE);
    }
}
