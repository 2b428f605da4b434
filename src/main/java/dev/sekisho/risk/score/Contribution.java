package dev.sekisho.risk.score;

/**
 * One line of a score.
 *
 * @param code the factor, floor or cause
 * @param milliPoints its share, 1 point = 1000
 * @param detail the fact behind it, in words
 */
public record Contribution(String code, int milliPoints, String detail) {}
