package dev.sekisho.risk.assessment;

import dev.sekisho.risk.score.Score;

/**
 * All third-party risk together.
 *
 * @param score the mean of the odds of all third parties as a score; its lines say who drives it
 * @param sum of 2^((R-100)/10) over all third parties: grows by one for each that scores 100
 */
public record Portfolio(Score score, double sum) {}
