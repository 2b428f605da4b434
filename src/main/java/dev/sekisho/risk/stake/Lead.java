package dev.sekisho.risk.stake;

import dev.sekisho.risk.entry.Door;
import dev.sekisho.risk.estate.Subject;
import java.util.List;

/**
 * One of the risks that a score is made of: who comes over which way to which target.
 *
 * @param thirdParty its key
 * @param door its way in
 * @param target a zone, or what somebody holds for us
 * @param breaks how many things still have to be broken; three stands for three and more
 * @param milliPoints of this alone, before others are added and before anything is raised or capped
 */
public record Lead(String thirdParty, Door door, Subject target, int breaks, int milliPoints) {

    /** Those of terms, in the same order. */
    public static List<Lead> of(List<Term> terms, Stakes stakes) {
        return terms.stream()
                .map(term -> new Lead(
                        term.entrant().party(),
                        term.entrant().door(),
                        stakes.get(term.target()).subject(),
                        term.sight().breaks(),
                        term.milliPoints()))
                .toList();
    }
}
