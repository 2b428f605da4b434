/** Reads configurations of ASA, PIX and IOS. */
@NullMarked
package dev.sekisho.ruleset.cisco;

import org.jspecify.annotations.NullMarked;
