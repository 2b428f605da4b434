package dev.sekisho.matching.product;

import com.github.packageurl.PackageURL;
import dev.sekisho.matching.published.AffectedProduct;
import dev.sekisho.matching.published.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The numbers of a distribution's releases, however a source names them. */
final class ReleaseNames {
    private static final Pattern NUMBER = Pattern.compile(
            "(\\d+(?:\\.\\d+)*)(?:[\\s:_-]*LTS)?(?:[\\s:_-]*SP[\\s_-]*(\\d+))?", Pattern.CASE_INSENSITIVE);

    /** The release a product that comes on top of it was built for, as in {@code openshift:4.12::el8}. */
    private static final Pattern BASE = Pattern.compile(":el(\\d+)");

    private static final Pattern DISTRIBUTION = Pattern.compile(
            "(?i)\\b(?:rhel|centos|sle[sd]?|suse|opensuse|ubuntu|debian|fedora|alma|almalinux|rocky|openeuler|amazon|photon|mageia|azurelinux|mariner)(?=\\d|\\b)"
                    + "|linux enterprise|enterprise linux|oracle linux|azure linux|appstream|baseos|(?:server|client|workstation)-\\d");

    private static final Map<String, String> CODENAMES = Map.ofEntries(
            Map.entry("wheezy", "7"),
            Map.entry("jessie", "8"),
            Map.entry("stretch", "9"),
            Map.entry("buster", "10"),
            Map.entry("bullseye", "11"),
            Map.entry("bookworm", "12"),
            Map.entry("trixie", "13"),
            Map.entry("forky", "14"),
            Map.entry("precise", "12.04"),
            Map.entry("trusty", "14.04"),
            Map.entry("xenial", "16.04"),
            Map.entry("bionic", "18.04"),
            Map.entry("focal", "20.04"),
            Map.entry("groovy", "20.10"),
            Map.entry("hirsute", "21.04"),
            Map.entry("impish", "21.10"),
            Map.entry("jammy", "22.04"),
            Map.entry("kinetic", "22.10"),
            Map.entry("lunar", "23.04"),
            Map.entry("mantic", "23.10"),
            Map.entry("noble", "24.04"),
            Map.entry("oracular", "24.10"),
            Map.entry("plucky", "25.04"));

    private ReleaseNames() {}

    /**
     * A release an entry is limited to.
     *
     * @param number null where it cannot be told
     */
    record Named(@Nullable String number) {}

    /** The releases an entry is limited to; none where it names no release at all. */
    static List<Named> of(AffectedProduct entry) {
        List<Named> found = new ArrayList<>();
        for (String platform : entry.platforms()) {
            if (entry.source() == Source.OSV) {
                found.add(new Named(ofEcosystem(platform)));
            } else if (namesRelease(platform)) {
                found.add(new Named(number(platform)));
            }
        }
        entry.purls().stream()
                .map(Packages::parse)
                .filter(Objects::nonNull)
                .map(ReleaseNames::ofPurl)
                .filter(Objects::nonNull)
                .forEach(number -> found.add(new Named(number)));
        return found;
    }

    /** Whether a platform, in words or as a CPE name, is a release of a distribution. */
    static boolean namesRelease(String platform) {
        CpeName cpe = CpeName.parse(platform);
        if (cpe == null) {
            return DISTRIBUTION.matcher(platform).find();
        }
        return BASE.matcher(platform).find()
                || cpe.part().equals("o") && cpe.version() != null
                || cpe.product().startsWith("rhel_")
                || cpe.product().equals("enterprise_linux");
    }

    private static @Nullable String number(String platform) {
        Matcher base = BASE.matcher(platform);
        CpeName cpe = CpeName.parse(platform);
        if (base.find()) {
            return base.group(1);
        }
        return firstNumber(cpe == null ? platform : String.valueOf(cpe.version()));
    }

    private static @Nullable String ofEcosystem(String platform) {
        Matcher base = BASE.matcher(platform);
        return base.find() ? base.group(1) : firstNumber(platform.substring(platform.indexOf(':') + 1));
    }

    private static @Nullable String ofPurl(PackageURL purl) {
        String distribution = Packages.qualifier(purl, "distro");
        return distribution == null ? null : ofDistribution(distribution);
    }

    /** The number behind {@code distro=} in a package URL. */
    static @Nullable String ofDistribution(String distribution) {
        String last = distribution.substring(distribution.lastIndexOf('-') + 1).toLowerCase(Locale.ROOT);
        String codename = CODENAMES.get(last);
        return codename != null ? codename : firstNumber(distribution);
    }

    private static @Nullable String firstNumber(String text) {
        Matcher number = NUMBER.matcher(text);
        if (!number.find()) {
            return null;
        }
        return number.group(2) == null ? number.group(1) : number.group(1) + "." + number.group(2);
    }
}
