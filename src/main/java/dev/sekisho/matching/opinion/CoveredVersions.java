package dev.sekisho.matching.opinion;

import dev.sekisho.matching.product.VersRange;
import dev.sekisho.matching.version.VersionScheme;
import dev.sekisho.risk.estate.software.AnalystVerdict;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which versions a person's word counts for. What cannot be compared is none of them where the word is a clean one, and may
 * be one of them where it is not.
 */
public final class CoveredVersions {
    private static final String RANGE = "vers:";
    private static final String NONE = "vers:none/";
    private static final String ANY = "/*";

    private CoveredVersions() {}

    /** Whether what is said is a version, or a range that can be read and holds any. */
    public static boolean isReadable(String said) {
        return !said.startsWith(RANGE) || !said.startsWith(NONE) && VersRange.isReadable(said);
    }

    /** @param version of an installation that it is of; absent where nobody knows it */
    public static boolean covers(AnalystVerdict said, @Nullable String version) {
        boolean clean = said.word().state().clean();
        if (said.versions().isEmpty()) {
            return version == null;
        }
        return said.versions().stream()
                .anyMatch(one -> version == null
                        ? !clean || one.startsWith(RANGE) && one.endsWith(ANY)
                        : holds(one, version).orElse(!clean));
    }

    private static Optional<Boolean> holds(String said, String version) {
        if (said.startsWith(RANGE)) {
            return VersRange.contains(said, version);
        }
        return Optional.of(said.equals(version)
                || VersionScheme.VENDOR.compare(said, version).orElse(1) == 0);
    }
}
