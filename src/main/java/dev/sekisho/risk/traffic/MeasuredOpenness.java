package dev.sekisho.risk.traffic;

import dev.sekisho.risk.traffic.rule.TrafficExposure;

/**
 * How much of what could be permitted is.
 *
 * @param isAssessable false where nobody knows what the link lands in; the openness is then 1
 * @param exposure the counts of the family and space that decide openness
 */
public record MeasuredOpenness(boolean isAssessable, double openness, TrafficExposure exposure) {}
