package dev.sekisho.matching.version;

import dev.sekisho.matching.published.VersionRange;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares by the scheme an ecosystem keeps to. What a CVE record merely calls semver is compared so only where makers mean
 * the same by the text; see {@link CalledSemver}.
 */
public final class Ordering {
    private static final Pattern OWN_WORD = Pattern.compile("[.-]([a-z]+)");

    private final VersionScheme scheme;
    private final boolean merelyCalledSo;

    private Ordering(VersionScheme scheme, boolean merelyCalledSo) {
        this.scheme = scheme;
        this.merelyCalledSo = merelyCalledSo;
    }

    /** The order of an ecosystem, whose registry refuses versions of another form. */
    public static Ordering of(VersionScheme scheme) {
        return new Ordering(scheme, false);
    }

    public static Ordering of(VersionRange range) {
        return new Ordering(
                VersionScheme.ofVersionType(range.versionType()), "semver".equalsIgnoreCase(range.versionType()));
    }

    public OptionalInt compare(String a, String b) {
        if (merelyCalledSo) {
            return CalledSemver.compare(a, b);
        }
        OptionalInt difference = scheme.compare(a, b);
        // A repair that differs in its build only is named because it matters, although semver gives it no order.
        boolean same = difference.isPresent() && difference.getAsInt() == 0;
        return same && scheme.ignoresBuilds() ? BuildMetadata.compare(a, b) : difference;
    }

    /**
     * How an installed version lies to one a source states. Where the source states no build, every build of the version is
     * meant.
     */
    public OptionalInt compareInstalled(String installed, String stated) {
        switch (scheme) {
            case RPM:
                return RpmVersion.compareInstalled(installed, stated);
            case DEB:
                return DebVersion.compareInstalled(installed, stated);
            case PYPI:
                return PypiVersion.compareInstalled(installed, stated);
            case APK:
                return ApkVersion.compareInstalled(installed, stated);
            case COMPOSER:
                return ComposerVersion.compareInstalled(installed, stated);
            default:
                break;
        }
        boolean anyBuild = (merelyCalledSo || scheme.ignoresBuilds()) && !BuildMetadata.isStatedIn(stated);
        return compare(anyBuild ? BuildMetadata.cutFrom(installed) : installed, stated);
    }

    /**
     * Whether the installed version is one that is stated with a word of somebody's own behind it, such as
     * {@code 2.14.1.redhat-00002}: Maven puts it after the version it was built from, and it holds the same.
     */
    public boolean isRebuildOf(String installed, String stated) {
        if (scheme != VersionScheme.MAVEN || !installed.startsWith(stated)) {
            return false;
        }
        Matcher word = OWN_WORD.matcher(installed.substring(stated.length()).toLowerCase(Locale.ROOT));
        return word.lookingAt() && !word.group(1).equals("sp");
    }

    /** Whether the versions are those of a distribution, each of whose releases repairs a package once. */
    public boolean isOfDistribution() {
        return scheme == VersionScheme.RPM || scheme == VersionScheme.DEB || scheme == VersionScheme.APK;
    }

    /** Whether a shorter bound covers the builds below it: not where a scheme defines every part. */
    public boolean hasBuilds() {
        return scheme == VersionScheme.VENDOR || merelyCalledSo;
    }

    public boolean reads(String version) {
        return scheme.reads(version) || merelyCalledSo && VersionScheme.VENDOR.reads(version);
    }

    @Override
    public String toString() {
        return scheme.name().toLowerCase(Locale.ROOT) + " order";
    }
}
