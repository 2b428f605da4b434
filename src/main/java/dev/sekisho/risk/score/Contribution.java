package dev.sekisho.risk.score;

import java.util.List;

/**
 * One line of a score. What it says is a sentence that is found by its code and, where there is one for it, by its first
 * fact; so the same line can be told in any language.
 *
 * @param code the factor, floor or cause
 * @param milliPoints its share, 1 point = 1000
 * @param facts what the sentence has to be filled in with
 */
public record Contribution(String code, int milliPoints, List<String> facts) {

    public Contribution(String code, int milliPoints, String... facts) {
        this(code, milliPoints, List.of(facts));
    }
}
