package dev.sekisho.risk.traffic.set;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads and writes single addresses. Strict on purpose: octal, hex, short and IPv4-mapped forms are read differently by
 * different devices, and a rule must not mean one thing here and another there.
 */
public final class AddressText {

    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
    private static final int GROUPS = 8;
    private static final int MAPPED = 0xffff;

    private AddressText() {}

    public static boolean isSix(String text) {
        return text.indexOf(':') >= 0;
    }

    public static BigInteger read(String text) {
        return isSix(text) ? read6(text) : BigInteger.valueOf(read4(text));
    }

    static long read4(String text) {
        var address = 0L;
        var from = 0;
        for (int i = 0; i < 4; i++) {
            var dot = text.indexOf('.', from);
            var end = i < 3 ? dot : text.length();
            require(end >= 0 && (i < 3 || dot < 0), text, "an IPv4 address has four decimal numbers");
            address = address << 8 | octet(text, from, end);
            from = end + 1;
        }
        return address;
    }

    private static int octet(String text, int from, int end) {
        require(end > from && end - from <= 3, text, "each number has one to three digits");
        require(text.charAt(from) != '0' || end - from == 1, text, "no number has leading zeros");
        var octet = 0;
        for (int i = from; i < end; i++) {
            require(text.charAt(i) >= '0' && text.charAt(i) <= '9', text, "each number is decimal");
            octet = 10 * octet + text.charAt(i) - '0';
        }
        require(octet < 256, text, "each number is at most 255");
        return octet;
    }

    static BigInteger read6(String text) {
        var halves = text.split("::", -1);
        require(halves.length <= 2, text, "'::' may stand once");
        var head = groups(halves[0], text);
        var tail = halves.length == 2 ? groups(halves[1], text) : new int[0];
        var left = GROUPS - head.length - tail.length;
        require(halves.length == 2 ? left > 0 : left == 0, text, "an IPv6 address has eight groups");
        var all = Arrays.copyOf(head, GROUPS);
        System.arraycopy(tail, 0, all, GROUPS - tail.length, tail.length);
        require(!isMapped(all), text, "an IPv4-mapped address is ambiguous; write it as IPv4");
        return IntStream.of(all)
                .mapToObj(BigInteger::valueOf)
                .reduce(BigInteger.ZERO, (sum, group) -> sum.shiftLeft(16).or(group));
    }

    public static String write4(long address) {
        return (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }

    /** RFC 5952: lower case, no leading zeros, the first of the longest runs of two or more zero groups as "::". */
    static String write6(BigInteger address) {
        var groups = IntStream.range(0, GROUPS)
                .map(i -> address.shiftRight(16 * (GROUPS - 1 - i)).intValue() & 0xffff)
                .toArray();
        int start = 0, length = 0;
        for (int i = 0; i < GROUPS; i++) {
            var run = zeros(groups, i);
            if (run > length) {
                start = i;
                length = run;
            }
        }
        return length < 2 ? hex(groups, 0, GROUPS) : hex(groups, 0, start) + "::" + hex(groups, start + length, GROUPS);
    }

    static IllegalArgumentException refusal(String text, String why) {
        return new IllegalArgumentException("'" + text + "' is not an address, CIDR or range: " + why);
    }

    static void require(boolean held, String text, String why) {
        if (!held) {
            throw refusal(text, why);
        }
    }

    private static int[] groups(String half, String text) {
        if (half.isEmpty()) {
            return new int[0];
        }
        var parts = half.split(":", -1);
        for (var part : parts) {
            require(GROUP.matcher(part).matches(), text, "each group is one to four hex digits");
        }
        return Arrays.stream(parts).mapToInt(part -> Integer.parseInt(part, 16)).toArray();
    }

    private static boolean isMapped(int[] groups) {
        return zeros(groups, 0) == 5 && groups[5] == MAPPED;
    }

    private static int zeros(int[] groups, int from) {
        var end = from;
        while (end < GROUPS && groups[end] == 0) {
            end++;
        }
        return end - from;
    }

    private static String hex(int[] groups, int from, int to) {
        return Arrays.stream(groups, from, to).mapToObj(Integer::toHexString).collect(Collectors.joining(":"));
    }
}
