package dev.sekisho.risk.score;

/**
 * One factor at its value.
 *
 * @param points weight times value, unrounded
 * @param detail the fact behind it, in words
 */
public record Factor(String code, double points, String detail) {
    private static final double MILLI = 1000;

    /** The factor as a line of a score in which it weighs so much. */
    public Contribution line(String prefix, double weight) {
        return new Contribution(prefix + code, milli(weight), detail);
    }

    int milli(double weight) {
        return (int) Math.round(weight * points * MILLI);
    }
}
