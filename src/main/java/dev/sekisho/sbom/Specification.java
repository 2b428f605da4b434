package dev.sekisho.sbom;

import java.util.List;
import java.util.stream.Collectors;
import org.cyclonedx.Version;

/** The versions of CycloneDX that are read. */
final class Specification {
    private static final List<Version> READ =
            List.of(Version.VERSION_12, Version.VERSION_13, Version.VERSION_14, Version.VERSION_15, Version.VERSION_16);

    private Specification() {}

    static Version of(String text) {
        return READ.stream()
                .filter(version -> version.getVersionString().equals(text))
                .findFirst()
                .orElseThrow(() -> new UnreadableBill("CycloneDX " + text + " is not read; read are "
                        + READ.stream().map(Version::getVersionString).collect(Collectors.joining(", "))));
    }
}
