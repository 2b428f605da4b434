package dev.sekisho.risk;

/** How urgent a finding is. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
