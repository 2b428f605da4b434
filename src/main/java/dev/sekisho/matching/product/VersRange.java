package dev.sekisho.matching.product;

import dev.sekisho.matching.product.Placement.Where;
import dev.sekisho.matching.published.Status;
import dev.sekisho.matching.published.VersText;
import dev.sekisho.matching.published.VersionRange;
import dev.sekisho.matching.version.Ordering;
import java.util.List;
import java.util.Optional;

/** Whether a version lies in a version range specifier ({@code vers:npm/>=1.0.0|<2.0.0}). */
public final class VersRange {
    private VersRange() {}

    /** Whether it is a specifier that has one meaning. */
    public static boolean isReadable(String vers) {
        return VersText.ranges(vers, Status.AFFECTED) != null;
    }

    /** Empty where the specifier cannot be read or the version cannot be ordered against it. */
    public static Optional<Boolean> contains(String vers, String version) {
        List<VersionRange> ranges = VersText.ranges(vers, Status.AFFECTED);
        if (ranges == null) {
            return Optional.empty();
        }
        List<Placement> placements = ranges.stream()
                .map(range -> Placing.place(version, range, Ordering.of(range)))
                .toList();
        if (placements.stream().anyMatch(placement -> placement.is(Where.INSIDE))) {
            return Optional.of(true);
        }
        boolean open = placements.stream().anyMatch(placement -> placement.is(Where.UNDECIDED));
        return open ? Optional.empty() : Optional.of(false);
    }
}
