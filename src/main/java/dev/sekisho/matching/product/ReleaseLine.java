package dev.sekisho.matching.product;

import dev.sekisho.matching.published.VersionRange;
import dev.sekisho.matching.version.VendorVersion;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The line of versions a range speaks about: [7.2.0, 7.2.7) speaks about 7.2 and says nothing of 7.6. A fix repairs its own
 * line; only the last range of a product repairs what comes after it, and only as far as the range itself reached.
 */
final class ReleaseLine {
    private static final int PARTS_OF_A_LINE = 2;

    private final @Nullable VendorVersion lower;
    private final boolean fromTheBeginning;

    private ReleaseLine(@Nullable VendorVersion lower, boolean fromTheBeginning) {
        this.lower = lower;
        this.fromTheBeginning = fromTheBeginning;
    }

    static ReleaseLine of(VersionRange range) {
        String from = VersionInterval.of(range).lower();
        return new ReleaseLine(from == null ? null : VendorVersion.parse(from), from == null);
    }

    /** Whether a fix of this range repairs the version, which is known not to be before it. */
    boolean isRepaired(VendorVersion version, VendorVersion fix, boolean lastRange) {
        if (!version.line().equals(fix.line())) {
            return false;
        }
        if (lastRange) {
            List<BigInteger> common = common(fix);
            return fromTheBeginning || common.isEmpty() || version.startsWith(common);
        }
        List<BigInteger> line = lineOf(fix);
        return !line.isEmpty() && version.startsWith(line);
    }

    /** Whether a version before this range is of the same line, so that the source looked at it and left it out. */
    boolean holds(VendorVersion version, VendorVersion upper) {
        List<BigInteger> line = common(upper);
        return !line.isEmpty() && version.startsWith(line);
    }

    private List<BigInteger> common(VendorVersion upper) {
        return lower == null ? List.of() : lower.commonWith(upper);
    }

    private List<BigInteger> lineOf(VendorVersion fix) {
        List<BigInteger> common = common(fix);
        if (common.size() >= PARTS_OF_A_LINE) {
            return common;
        }
        boolean named = fix.core().size() > PARTS_OF_A_LINE
                || fix.core().size() == PARTS_OF_A_LINE && !fix.suffixes().isEmpty();
        return named ? fix.core().subList(0, PARTS_OF_A_LINE) : common;
    }
}
