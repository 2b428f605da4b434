/** What is at stake behind ways in, minus what still stands in between: targets, how they add up, and the lines of a score. */
@NullMarked
package dev.sekisho.risk.stake;

import org.jspecify.annotations.NullMarked;
