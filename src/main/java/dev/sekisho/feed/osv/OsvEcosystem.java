package dev.sekisho.feed.osv;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ecosystems of the OSV schema as types and namespaces of package URLs, for the many records that state none. Ecosystems
 * of rebuilt packages under their original names (Root, TuxCare) are left out on purpose: what is repaired there is not
 * repaired in the original.
 */
final class OsvEcosystem {
    private static final Map<String, String> PURL_TYPES = Map.ofEntries(
            // Languages and platforms.
            Map.entry("bioconductor", "bioconductor"),
            Map.entry("bitnami", "bitnami"),
            Map.entry("conan", "conan"),
            Map.entry("conancenter", "conan"),
            Map.entry("cran", "cran"),
            Map.entry("crates.io", "cargo"),
            Map.entry("githubactions", "github"),
            Map.entry("go", "golang"),
            Map.entry("hackage", "hackage"),
            Map.entry("hex", "hex"),
            Map.entry("homebrew", "brew"),
            Map.entry("julia", "julia"),
            Map.entry("kubernetes", "golang"),
            Map.entry("maven", "maven"),
            Map.entry("npm", "npm"),
            Map.entry("nuget", "nuget"),
            Map.entry("opam", "opam"),
            Map.entry("oss-fuzz", "generic"),
            Map.entry("packagist", "composer"),
            Map.entry("pub", "pub"),
            Map.entry("pypi", "pypi"),
            Map.entry("rubygems", "gem"),
            Map.entry("swifturl", "swift"),
            Map.entry("vscode", "vscode-extension"),
            // Distributions.
            Map.entry("almalinux", "rpm/almalinux"),
            Map.entry("alpaquita", "apk/alpaquita"),
            Map.entry("alpine", "apk/alpine"),
            Map.entry("azurelinux", "rpm/azure-linux"),
            Map.entry("bellsofthardenedcontainers", "apk/bellsoft-hardened-containers"),
            Map.entry("chainguard", "apk/chainguard"),
            Map.entry("cleanstart", "apk/cleanstart"),
            Map.entry("debian", "deb/debian"),
            Map.entry("fedora", "rpm/fedora"),
            Map.entry("mageia", "rpm/mageia"),
            Map.entry("minimos", "apk/minimos"),
            Map.entry("openeuler", "rpm/openeuler"),
            Map.entry("opensuse", "rpm/opensuse"),
            Map.entry("photonos", "rpm/photon"),
            Map.entry("redhat", "rpm/redhat"),
            Map.entry("rockylinux", "rpm/rocky-linux"),
            Map.entry("suse", "rpm/suse"),
            Map.entry("ubuntu", "deb/ubuntu"),
            Map.entry("wolfi", "apk/wolfi"));

    private OsvEcosystem() {}

    /**
     * A package without its version; null for an ecosystem without a type of package URL.
     *
     * @param ecosystem with or without the release or repository that stands behind a colon
     */
    static @Nullable String purl(String ecosystem, String name) {
        String base = ecosystem.split(":", 2)[0].toLowerCase(Locale.ROOT).replace(" ", "");
        String type = PURL_TYPES.get(base);
        if (type == null) {
            return null;
        }
        String path = switch (type) {
            case "maven" -> name.replace(':', '/');
            case "vscode-extension" -> name.contains("/") ? name : name.replaceFirst("\\.", "/");
            default -> name;
        };
        return "pkg:" + type + "/" + path.replace("@", "%40");
    }
}
