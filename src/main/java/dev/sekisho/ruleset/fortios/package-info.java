/** Reads configurations of FortiOS. */
@NullMarked
package dev.sekisho.ruleset.fortios;

import org.jspecify.annotations.NullMarked;
