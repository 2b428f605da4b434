package dev.sekisho.matching.product;

import com.github.packageurl.PackageURL;
import dev.sekisho.matching.published.AffectedProduct;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The release of a distribution a package was built for. Each release repairs in versions of its own, so that a version of
 * Debian 12 must not be held against the repair of Debian 11.
 */
record Release(String number) {
    /** Packages say in their version what they were built for, as in {@code 1.1.1n-0+deb11u4} and {@code 1.1.1k-9.el8_7}. */
    private static final Pattern BUILT_FOR =
            Pattern.compile("(?:[+~]deb|~bpo|[.](?:el|mga|ph|azl|cm|fc|amzn))(\\d+)(?:_(\\d+))?");

    /** Null where the package does not say which. */
    static @Nullable Release of(@Nullable String text) {
        PackageURL purl = Packages.parse(text);
        if (purl == null) {
            return null;
        }
        String distribution = Packages.qualifier(purl, "distro");
        String named = distribution == null ? null : ReleaseNames.ofDistribution(distribution);
        Matcher built = BUILT_FOR.matcher(purl.getVersion() == null ? "" : purl.getVersion());
        String builtFor =
                !built.find() ? null : built.group(2) == null ? built.group(1) : built.group(1) + "." + built.group(2);
        // What the version says is nearer where both say the same, one of them more exactly.
        boolean nearer = builtFor != null && (named == null || (builtFor + ".").startsWith(named + "."));
        String number = nearer ? builtFor : named;
        return number == null ? null : new Release(number);
    }

    /** What is said of other releases settles nothing; where this one is named itself, a greater one it belongs to is not meant. */
    List<AffectedProduct> meant(List<AffectedProduct> entries) {
        boolean named = entries.stream().anyMatch(this::namesThis);
        return entries.stream()
                .filter(entry -> named && isLimited(entry) ? namesThis(entry) : mayMean(entry))
                .toList();
    }

    private boolean namesThis(AffectedProduct entry) {
        return ReleaseNames.of(entry).stream().anyMatch(release -> number.equals(release.number()));
    }

    private static boolean isLimited(AffectedProduct entry) {
        return ReleaseNames.of(entry).stream().anyMatch(release -> release.number() != null);
    }

    /** False only where the entry is of another release. */
    private boolean mayMean(AffectedProduct entry) {
        List<ReleaseNames.Named> releases = ReleaseNames.of(entry);
        return releases.isEmpty() || releases.stream().anyMatch(this::isPartOf);
    }

    /** 8.6 is a part of 8; a package that says no more than 8 may be of any part. */
    private boolean isPartOf(ReleaseNames.Named release) {
        String other = release.number();
        return other == null || (number + ".").startsWith(other + ".") || (other + ".").startsWith(number + ".");
    }

    static MatchEvidence unlisted(String recordId, List<AffectedProduct> entries) {
        return new MatchEvidence(
                        new MatchEvidence.Origin(
                                entries.get(0).source(), entries.get(0).sourceName(), recordId),
                        MatchAnswer.UNKNOWN,
                        entries.stream()
                                .flatMap(entry -> entry.platforms().stream())
                                .distinct()
                                .limit(10)
                                .collect(Collectors.joining(", ")),
                        "the source speaks of other releases or module streams of the distribution than the one installed",
                        null)
                .open(Gap.OTHER_RELEASE);
    }
}
