package dev.sekisho.matching.version;

import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** How versions are ordered. Text a scheme cannot read has no order in it, which is an answer and not an error. */
public enum VersionScheme {
    SEMVER,
    NPM,
    GO,
    /** Semver in which builds have an order, too. */
    PUB,
    NUGET,
    MAVEN,
    PYPI,
    DEB,
    RPM,
    APK,
    GEM,
    COMPOSER,
    CONAN,
    CRAN,
    HACKAGE,
    /** Whole numbers between dots, in a range specifier. */
    INTDOT,
    /** Times, in a range specifier. */
    DATETIME,
    /** Text byte by byte, in a range specifier. */
    LEXICOGRAPHIC,
    /** Everything without an ecosystem: appliances, commercial software, firmware. */
    VENDOR,
    /** Commit hashes and other text that is equal or different, never earlier or later. */
    EXACT;

    /** Negative, zero or positive, or empty where either is unreadable or the two have no order. */
    public OptionalInt compare(String a, String b) {
        return switch (this) {
            case SEMVER, NPM, GO -> semantic(a, b);
            case PUB -> PubVersion.compare(a, b);
            case NUGET -> NugetVersion.compare(a, b);
            case MAVEN -> MavenVersion.compare(a, b);
            case PYPI -> PypiVersion.compare(a, b);
            case DEB -> DebVersion.compare(a, b);
            case RPM -> RpmVersion.compare(a, b);
            case APK -> ApkVersion.compare(a, b);
            case GEM -> GemVersion.compare(a, b);
            case COMPOSER -> ComposerVersion.compare(a, b);
            case CONAN -> ConanVersion.compare(a, b);
            case CRAN -> NumberedVersion.compareCran(a, b);
            case HACKAGE -> NumberedVersion.compareHackage(a, b);
            case INTDOT -> GenericVersion.compareIntegers(a, b);
            case DATETIME -> GenericVersion.compareTimes(a, b);
            case LEXICOGRAPHIC -> GenericVersion.compareBytes(a, b);
            case VENDOR -> vendor(a, b);
            case EXACT -> a.strip().equals(b.strip()) ? OptionalInt.of(0) : OptionalInt.empty();
        };
    }

    /** Whether versions that differ in their build metadata only are equal in this scheme. */
    boolean ignoresBuilds() {
        return this == SEMVER || this == NPM || this == GO || this == NUGET;
    }

    /** Whether the text is a version in this scheme. */
    public boolean reads(String version) {
        return this != EXACT && compare(version, version).isPresent();
    }

    /** The scheme of a package URL type; a type of no known order is compared for equality only. */
    public static VersionScheme ofPurlType(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "npm" -> NPM;
            case "cargo", "hex", "swift", "julia", "vscode-extension", "semver" -> SEMVER;
            case "pub" -> PUB;
            case "maven" -> MAVEN;
            case "pypi" -> PYPI;
            case "deb" -> DEB;
            case "rpm" -> RPM;
            case "golang" -> GO;
            case "nuget" -> NUGET;
            case "apk" -> APK;
            case "gem" -> GEM;
            case "composer" -> COMPOSER;
            case "conan" -> CONAN;
            case "cran", "bioconductor" -> CRAN;
            case "hackage" -> HACKAGE;
            // Tags of repositories are named as their authors like.
            case "generic", "bitnami", "github", "githubactions" -> VENDOR;
            default -> EXACT;
        };
    }

    /** The scheme a CVE record's {@code versionType} declares; most declare "custom", which is the vendor's. */
    public static VersionScheme ofVersionType(@Nullable String versionType) {
        return switch (versionType == null ? "" : versionType.toLowerCase(Locale.ROOT)) {
            case "semver", "cargo", "hex", "swift" -> SEMVER;
            case "pub" -> PUB;
            case "npm" -> NPM;
            case "maven" -> MAVEN;
            case "python", "pypi" -> PYPI;
            case "deb", "dpkg" -> DEB;
            case "rpm" -> RPM;
            case "go", "golang" -> GO;
            case "nuget" -> NUGET;
            case "git", "commit" -> EXACT;
            case "gem", "rubygems" -> GEM;
            case "apk", "alpine" -> APK;
            case "composer", "packagist" -> COMPOSER;
            case "conan" -> CONAN;
            case "cran" -> CRAN;
            case "hackage" -> HACKAGE;
            case "intdot" -> INTDOT;
            case "datetime" -> DATETIME;
            case "lexicographic" -> LEXICOGRAPHIC;
            // Ecosystems with an order of their own that is not read here.
            case "alpm", "ebuild", "gentoo", "opam", "nix", "luarocks", "cpan", "conda" -> EXACT;
            default -> VENDOR;
        };
    }

    private static OptionalInt semantic(String a, String b) {
        SemanticVersion left = SemanticVersion.parse(a);
        SemanticVersion right = SemanticVersion.parse(b);
        return left == null || right == null ? OptionalInt.empty() : OptionalInt.of(left.compareTo(right));
    }

    private static OptionalInt vendor(String a, String b) {
        VendorVersion left = VendorVersion.parse(a);
        VendorVersion right = VendorVersion.parse(b);
        return left == null || right == null ? OptionalInt.empty() : left.compare(right);
    }
}
