package dev.sekisho.software.verdict;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why software is not affected, in the words of VEX: those of OpenVEX and CSAF, and those of CycloneDX. */
@Schema(
        name = "VexJustification",
        description =
                "Why it is not affected: the five justifications of OpenVEX and CSAF, and the nine of CycloneDX, in capitals.")
public enum Justification {
    COMPONENT_NOT_PRESENT("code_not_present"),
    VULNERABLE_CODE_NOT_PRESENT("code_not_present"),
    VULNERABLE_CODE_NOT_IN_EXECUTE_PATH("code_not_reachable"),
    /** CycloneDX has no word of its own for it: something about where it runs keeps the adversary from it. */
    VULNERABLE_CODE_CANNOT_BE_CONTROLLED_BY_ADVERSARY("requires_environment"),
    INLINE_MITIGATIONS_ALREADY_EXIST("protected_by_mitigating_control"),
    CODE_NOT_PRESENT,
    CODE_NOT_REACHABLE,
    REQUIRES_CONFIGURATION,
    REQUIRES_DEPENDENCY,
    REQUIRES_ENVIRONMENT,
    PROTECTED_BY_COMPILER,
    PROTECTED_AT_RUNTIME,
    PROTECTED_AT_PERIMETER,
    PROTECTED_BY_MITIGATING_CONTROL;

    private final String cycloneDx;

    Justification() {
        this.cycloneDx = name().toLowerCase(Locale.ROOT);
    }

    Justification(String cycloneDx) {
        this.cycloneDx = cycloneDx;
    }

    String cycloneDx() {
        return cycloneDx;
    }
}
