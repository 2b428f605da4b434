/** Puts facts, ways, scores and rules together: what holds of an estate on a day. */
@NullMarked
package dev.sekisho.risk.assessment;

import org.jspecify.annotations.NullMarked;
