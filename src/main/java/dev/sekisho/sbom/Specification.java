package dev.sekisho.sbom;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.cyclonedx.Version;
import org.cyclonedx.exception.ParseException;

/** The versions of CycloneDX that are read, and the check against their schema. */
final class Specification {
    private static final List<Version> READ =
            List.of(Version.VERSION_12, Version.VERSION_13, Version.VERSION_14, Version.VERSION_15, Version.VERSION_16);
    private static final int FAULTS_SHOWN = 5;

    private Specification() {}

    static Version of(String text) {
        return READ.stream()
                .filter(version -> version.getVersionString().equals(text))
                .findFirst()
                .orElseThrow(() -> new UnreadableBill("CycloneDX " + text + " is not read; read are "
                        + READ.stream().map(Version::getVersionString).collect(Collectors.joining(", "))));
    }

    interface Check {
        List<ParseException> faults() throws IOException;
    }

    static void check(Check check) {
        List<ParseException> faults;
        try {
            faults = check.faults();
        } catch (IOException e) {
            throw new UnreadableBill("it cannot be read to its end");
        }
        if (!faults.isEmpty()) {
            throw new UnreadableBill(faults.stream()
                    .limit(FAULTS_SHOWN)
                    .map(fault -> String.valueOf(fault.getMessage()))
                    .collect(Collectors.joining("; ")));
        }
    }
}
