package dev.sekisho.risk.estate;

/**
 * The clauses an agreement with a connected third party is required to have, after DORA article 30, NIS2 article 21
 * and ISO/IEC 27001:2022 A.5.20.
 */
public enum Clause {
    INCIDENT_NOTIFICATION,
    AUDIT_RIGHT,
    ACCESS_CONTROL,
    VULNERABILITY_HANDLING,
    SUBCONTRACTING,
    DATA_PROTECTION,
    LOGGING,
    CONTINUITY,
    PERSONNEL,
    TERMINATION
}
