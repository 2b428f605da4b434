package dev.sekisho.risk.score;

/**
 * The worst that can be reached: the consequence C.
 *
 * @param points criticality less what the breaks on the way take off, 0..100
 */
public record Harm(int points, String detail) {
    public static final Harm NONE = new Harm(0, "nothing of value within reach");
}
