package dev.sekisho.ruleset.reading;

import dev.sekisho.risk.traffic.set.AddressSet;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads addresses as devices do: bits to the right of a mask are ignored, masks may be dotted and need not be
 * contiguous. Everything else throws IllegalArgumentException with a reason that echoes nothing.
 */
public final class AddressReader {

    private static final Pattern SIX = Pattern.compile("[0-9a-fA-F:]{2,39}(\\d{1,3}(\\.\\d{1,3}){3})?");
    private static final Pattern OCTET = Pattern.compile("[0-9]{1,3}");
    private static final Pattern PREFIX = Pattern.compile("[0-9]{1,3}");
    private static final long ALL4 = 0xffffffffL;

    private AddressReader() {}

    /** "10.0.0.1", "10.0.0.0/8", "10.0.0.0/255.0.0.0", "2001:db8::/32". */
    public static AddressSet cidr(String text) {
        var slash = text.indexOf('/');
        var address = slash < 0 ? text : text.substring(0, slash);
        if (slash < 0) {
            return address.indexOf(':') >= 0 ? prefix6(address, 128) : masked(address, ALL4);
        }
        var mask = text.substring(slash + 1);
        if (mask.indexOf('.') >= 0) {
            return masked(address, four(mask));
        }
        return prefix(address, mask);
    }

    public static AddressSet prefix(String address, String length) {
        var six = address.indexOf(':') >= 0;
        require(
                PREFIX.matcher(length).matches() && Integer.parseInt(length) <= (six ? 128 : 32),
                "a bad prefix length");
        var bits = Integer.parseInt(length);
        return six ? prefix6(address, bits) : masked(address, bits == 0 ? 0 : ALL4 << (32 - bits) & ALL4);
    }

    /** An address and a dotted mask whose one bits count. */
    public static AddressSet masked(String address, String mask) {
        return masked(address, four(mask));
    }

    /** An address and a dotted mask whose one bits do not count, as Cisco writes it. */
    public static AddressSet wildcard(String address, String wildcard) {
        return masked(address, ~four(wildcard) & ALL4);
    }

    /** Such a wildcard stands for more blocks than can be listed. */
    public static boolean isTooScattered(String wildcard) {
        return scattered(four(wildcard)) > ConfigurationLimits.MASK_BLOCKS;
    }

    private static long scattered(long wild) {
        var tail = Long.numberOfTrailingZeros(~wild);
        return 1L << Long.bitCount(wild >> tail << tail);
    }

    /** No address at all if it ends before it starts. */
    public static AddressSet range(String first, String last) {
        if (isReversed(first, last)) {
            return AddressSet.NONE;
        }
        if (first.indexOf(':') >= 0) {
            return AddressSet.of(write6(six(first)) + "-" + write6(six(last)));
        }
        return AddressSet.of(write4(four(first)) + "-" + write4(four(last)));
    }

    /** Such a range holds no address. */
    public static boolean isReversed(String first, String last) {
        return first.indexOf(':') >= 0 ? six(first).compareTo(six(last)) > 0 : four(first) > four(last);
    }

    public static boolean isAddress(String text) {
        return text.indexOf(':') >= 0 ? SIX.matcher(text).matches() : isFour(text);
    }

    public static boolean isFour(String text) {
        var octets = text.split("\\.", -1);
        if (octets.length != 4) {
            return false;
        }
        for (var octet : octets) {
            if (!OCTET.matcher(octet).matches() || Integer.parseInt(octet) > 255) {
                return false;
            }
        }
        return true;
    }

    public static AddressSet masked(String address, long mask) {
        var wild = ~mask & ALL4;
        var tail = Long.numberOfTrailingZeros(~wild);
        var scattered = wild >> tail << tail;
        require(scattered(wild) <= ConfigurationLimits.MASK_BLOCKS, "a mask with too many gaps");
        var blocks = new ArrayList<String>();
        var base = four(address) & mask;
        // every subset of the scattered bits, in ascending order: the classic (s - mask) & mask walk
        var subset = 0L;
        do {
            var first = base | subset;
            blocks.add(write4(first) + "-" + write4(first | wild ^ scattered));
            subset = subset - scattered & scattered;
        } while (subset != 0);
        return AddressSet.parse(blocks);
    }

    private static AddressSet prefix6(String address, int bits) {
        var host = 128 - bits;
        var first = six(address).shiftRight(host).shiftLeft(host);
        var last = first.add(BigInteger.ONE.shiftLeft(host)).subtract(BigInteger.ONE);
        return AddressSet.of(write6(first) + "-" + write6(last));
    }

    private static long four(String text) {
        require(isFour(text), "not an IPv4 address");
        var address = 0L;
        for (var octet : text.split("\\.", -1)) {
            address = address << 8 | Integer.parseInt(octet);
        }
        return address;
    }

    private static BigInteger six(String text) {
        require(SIX.matcher(text).matches(), "not an IPv6 address");
        try {
            var bytes = InetAddress.getByName(text).getAddress();
            require(bytes.length == 16, "an IPv4-mapped address is ambiguous");
            return new BigInteger(1, bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an IPv6 address", e);
        }
    }

    private static String write4(long address) {
        return (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }

    private static String write6(BigInteger address) {
        var groups = new ArrayList<String>();
        for (int shift = 112; shift >= 0; shift -= 16) {
            groups.add(Integer.toHexString(address.shiftRight(shift).intValue() & 0xffff));
        }
        return String.join(":", groups);
    }

    private static void require(boolean held, String reason) {
        if (!held) {
            throw new IllegalArgumentException(reason);
        }
    }

    static AddressSet union(List<AddressSet> sets) {
        return AddressSet.union(sets);
    }
}
