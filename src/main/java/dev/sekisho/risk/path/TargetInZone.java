package dev.sekisho.risk.path;

import dev.sekisho.risk.estate.Subject;

/**
 * Something in a zone that an attacker may be after.
 *
 * @param subject a ZONE or an ASSET
 * @param criticality 0..100
 */
public record TargetInZone(Subject subject, String name, int criticality) {}
