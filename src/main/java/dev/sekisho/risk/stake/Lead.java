package dev.sekisho.risk.stake;

import java.util.List;

/**
 * One of the risks that a score is made of: who comes over which way to which target.
 *
 * @param thirdParty its key
 * @param over key of its way in
 * @param zone key of the target
 * @param breaks how many things still have to be broken; three stands for three and more
 * @param milliPoints of this alone, before others are added and before anything is raised or capped
 */
public record Lead(String thirdParty, String over, String zone, int breaks, int milliPoints) {

    /** Those of terms, in the same order. */
    public static List<Lead> of(List<Term> terms, Stakes stakes) {
        return terms.stream()
                .map(term -> new Lead(
                        term.entrant().party(),
                        term.entrant().point(),
                        stakes.get(term.sight().zone()).key(),
                        term.sight().breaks(),
                        term.milliPoints()))
                .toList();
    }
}
