/** Scores, contributions and their history as endpoints. */
@NullMarked
package dev.sekisho.score;

import org.jspecify.annotations.NullMarked;
