package dev.sekisho.risk.question;

import dev.sekisho.risk.question.Question.About;

/**
 * What one answer or one remedy makes of a score.
 *
 * @param what the fact that is answered, or the remedy
 * @param scoreMilli the score with it and with everything else as it is
 * @param lowersMilli by how much it is lower then
 */
public record Move(About about, String what, int scoreMilli, int lowersMilli) {}
