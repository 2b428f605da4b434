package dev.sekisho.ruleset.checkpoint;

import dev.sekisho.ruleset.reading.AddressReader;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Reckons with IPv4 addresses as numbers, where an object names one end of a block. */
final class CpBlocks {

    private CpBlocks() {}

    /**
     * The last address of a block, or one before it.
     *
     * @param first the first address of the block
     * @param length of its prefix
     * @param before how many addresses before the last one
     */
    static String last(String first, int length, int before) {
        return text(number(first) + (1L << (32 - length)) - 1 - before);
    }

    /** The address that is as far from the one as {@code last} is from {@code first}. */
    static String shifted(String from, String first, String last) {
        return text(number(from) + number(last) - number(first));
    }

    private static long number(String address) {
        if (!AddressReader.isFour(address)) {
            throw new IllegalArgumentException("not an IPv4 address");
        }
        return Stream.of(address.split("\\.")).mapToLong(Long::parseLong).reduce(0, (all, octet) -> all << 8 | octet);
    }

    private static String text(long number) {
        if (number < 0 || number > 0xffffffffL) {
            throw new IllegalArgumentException("beyond the last IPv4 address");
        }
        return LongStream.of(number >> 24, number >> 16 & 255, number >> 8 & 255, number & 255)
                .mapToObj(Long::toString)
                .collect(Collectors.joining("."));
    }
}
