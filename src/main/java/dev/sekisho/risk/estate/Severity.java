package dev.sekisho.risk.estate;

/** How urgent a finding is. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
