package dev.sekisho.software.verdict;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why software is not affected, in the words of VEX: those of OpenVEX and CSAF, and those of CycloneDX. */
@Schema(
        name = "VexJustification",
        description =
                "Why it is not affected: the five justifications of OpenVEX and CSAF, and the nine of CycloneDX, in capitals.")
enum Justification {
    COMPONENT_NOT_PRESENT,
    VULNERABLE_CODE_NOT_PRESENT,
    VULNERABLE_CODE_NOT_IN_EXECUTE_PATH,
    VULNERABLE_CODE_CANNOT_BE_CONTROLLED_BY_ADVERSARY,
    INLINE_MITIGATIONS_ALREADY_EXIST,
    CODE_NOT_PRESENT,
    CODE_NOT_REACHABLE,
    REQUIRES_CONFIGURATION,
    REQUIRES_DEPENDENCY,
    REQUIRES_ENVIRONMENT,
    PROTECTED_BY_COMPILER,
    PROTECTED_AT_RUNTIME,
    PROTECTED_AT_PERIMETER,
    PROTECTED_BY_MITIGATING_CONTROL
}
