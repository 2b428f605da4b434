package dev.sekisho.risk.score;

import java.util.List;

/**
 * One factor at its value.
 *
 * @param points weight times value, unrounded
 * @param facts what is behind it
 */
record Factor(String code, double points, List<String> facts) {
    private static final double MILLI = 1000;

    /** The factor as a line of a score in which it weighs so much. */
    public Contribution line(String prefix, double weight) {
        return new Contribution(prefix + code, milli(weight), facts);
    }

    /** A number rounded to so many decimals; formatting proper is too slow for a hundred thousand links. */
    static String rounded(double value, int decimals) {
        double scale = Math.pow(10, decimals);
        return Double.toString(Math.round(value * scale) / scale);
    }

    int milli(double weight) {
        return (int) Math.round(weight * points * MILLI);
    }
}
