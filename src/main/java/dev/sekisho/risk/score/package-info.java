/** Factors, floors, contributions and roll-ups under the versioned weights: a score is the sum of its contributions. */
@NullMarked
package dev.sekisho.risk.score;

import org.jspecify.annotations.NullMarked;
