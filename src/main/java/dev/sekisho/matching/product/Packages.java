package dev.sekisho.matching.product;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Package URLs as keys, and the package registries CVE records name instead of them. */
final class Packages {
    private static final Map<String, String> REGISTRIES = Map.ofEntries(
            Map.entry("npmjs", "npm"),
            Map.entry("pypi.org", "pypi"),
            Map.entry("pypi.python.org", "pypi"),
            Map.entry("maven", "maven"),
            Map.entry("rubygems.org", "gem"),
            Map.entry("crates.io", "cargo"),
            Map.entry("cran.r-project.org", "cran"),
            Map.entry("hackage.haskell.org", "hackage"),
            Map.entry("conan.io", "conan"),
            Map.entry("hex.pm", "hex"),
            Map.entry("pub.dev", "pub"),
            Map.entry("nuget.org", "nuget"),
            Map.entry("packagist.org", "composer"),
            Map.entry("pkg.go.dev", "golang"),
            Map.entry("proxy.golang.org", "golang"));

    /** Other spellings of who builds a package. */
    private static final Map<String, String> DISTRIBUTORS = Map.ofEntries(
            Map.entry("rhel", "redhat"),
            Map.entry("red-hat", "redhat"),
            Map.entry("red_hat", "redhat"),
            Map.entry("rocky", "rocky-linux"),
            Map.entry("rockylinux", "rocky-linux"),
            Map.entry("alma", "almalinux"),
            Map.entry("ol", "oracle"),
            Map.entry("oraclelinux", "oracle"),
            Map.entry("amzn", "amazon"),
            Map.entry("amazonlinux", "amazon"),
            Map.entry("sles", "suse"),
            Map.entry("sled", "suse"),
            Map.entry("sle", "suse"),
            Map.entry("sles_sap", "suse"),
            Map.entry("sle-micro", "suse"),
            Map.entry("sl-micro", "suse"),
            Map.entry("opensuse-leap", "opensuse"),
            Map.entry("opensuse.leap", "opensuse"),
            Map.entry("opensuse-tumbleweed", "opensuse"),
            Map.entry("opensuse.tumbleweed", "opensuse"),
            Map.entry("azurelinux", "azure-linux"),
            Map.entry("azl", "azure-linux"),
            Map.entry("mariner", "azure-linux"),
            Map.entry("cbl-mariner", "azure-linux"),
            Map.entry("photonos", "photon"),
            Map.entry("photon-os", "photon"),
            Map.entry("open-euler", "openeuler"),
            Map.entry("bellsoft", "bellsoft-hardened-containers"));

    private static final Set<String> DISTRIBUTED = Set.of("rpm", "deb", "apk");

    private static final Set<String> REPOSITORIES = Set.of("github", "githubactions");

    private static final Set<String> ANY_ARCHITECTURE = Set.of("src", "source", "nosrc", "noarch", "all", "any");

    private static final Pattern SOURCE_ARCHIVE = Pattern.compile("(.+)-[^-]+-[^-]+\\.src\\.rpm");

    private Packages() {}

    static @Nullable PackageURL parse(@Nullable String purl) {
        if (purl == null) {
            return null;
        }
        try {
            return new PackageURL(purl.strip());
        } catch (MalformedPackageURLException | RuntimeException e) {
            // A broken package URL matches nothing; the product's other names still do.
            return null;
        }
    }

    /** Type, namespace and name; version and qualifiers do not name the package. */
    static String key(PackageURL purl) {
        return key(purl, purl.getName());
    }

    private static String key(PackageURL purl, String name) {
        String type = purl.getType().toLowerCase(Locale.ROOT);
        String namespace =
                purl.getNamespace() == null ? "" : purl.getNamespace().toLowerCase(Locale.ROOT);
        if (REPOSITORIES.contains(type)) {
            return repository(namespace, name);
        }
        String distributor = DISTRIBUTED.contains(type) ? DISTRIBUTORS.getOrDefault(namespace, namespace) : namespace;
        return "purl:" + type + "/" + (distributor.isEmpty() ? "" : distributor + "/") + name(type, name);
    }

    /** An action is a part of the repository it is in, however it is written, and advisories name the repository. */
    private static String repository(String namespace, String name) {
        String[] path = (namespace + "/" + name.toLowerCase(Locale.ROOT)).split("/");
        return "purl:github/" + path[0] + (path.length > 1 ? "/" + path[1] : "");
    }

    /**
     * The source package a distribution builds a package from, which is what its advisories name.
     *
     * @param version of the source, where it is stated
     */
    record Source(String key, @Nullable String version) {}

    static @Nullable Source source(PackageURL purl) {
        String stated = qualifier(purl, "upstream");
        if (stated == null) {
            return null;
        }
        Matcher archive = SOURCE_ARCHIVE.matcher(stated);
        if (archive.matches()) {
            return new Source(key(purl, archive.group(1)), null);
        }
        int at = stated.indexOf('@');
        return at < 0
                ? new Source(key(purl, stated), null)
                : new Source(key(purl, stated.substring(0, at)), stated.substring(at + 1));
    }

    /**
     * The version as its distribution or registry orders it: that of the source, and with its epoch, where those are stated
     * beside it.
     *
     * @param stated elsewhere, which counts more than what the package URL ends with
     */
    static @Nullable String version(PackageURL purl, @Nullable String stated) {
        Source source = source(purl);
        String own = stated == null ? purl.getVersion() : stated;
        String version = source == null || source.version() == null ? own : source.version();
        String epoch = qualifier(purl, "epoch");
        return version == null || epoch == null || version.contains(":") ? version : epoch + ":" + version;
    }

    /** False only where both are built for one architecture, and not for the same. */
    static boolean mayBeOfOneArchitecture(PackageURL one, PackageURL other) {
        String mine = qualifier(one, "arch");
        String theirs = qualifier(other, "arch");
        return mine == null
                || theirs == null
                || mine.equals(theirs)
                || ANY_ARCHITECTURE.contains(mine)
                || ANY_ARCHITECTURE.contains(theirs);
    }

    static @Nullable String qualifier(PackageURL purl, String name) {
        return purl.getQualifiers() == null ? null : purl.getQualifiers().get(name);
    }

    /** The module stream a package was built in, such as {@code nodejs:16}; null where it does not say. */
    static @Nullable String moduleStream(PackageURL purl) {
        String stated = qualifier(purl, "rpmmod");
        String label = stated == null ? qualifier(purl, "modularitylabel") : stated;
        String[] parts = label == null ? new String[0] : label.split(":", 3);
        return parts.length < 2 ? null : parts[0] + ":" + parts[1];
    }

    static @Nullable String key(String collectionUrl, String packageName) {
        String url = collectionUrl.toLowerCase(Locale.ROOT);
        return REGISTRIES.entrySet().stream()
                .filter(registry -> url.contains(registry.getKey()))
                .map(registry -> "purl:" + registry.getValue() + "/" + name(registry.getValue(), packageName))
                .findFirst()
                .orElse(null);
    }

    private static String name(String type, String packageName) {
        String name = packageName.toLowerCase(Locale.ROOT);
        return switch (type) {
            case "maven" -> name.replace(':', '/');
            case "pypi" -> name.replaceAll("[-_.]+", "-");
            default -> name;
        };
    }
}
