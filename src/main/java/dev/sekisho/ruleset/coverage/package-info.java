/** How many links are proven by their rules, and how many are only talked about. */
@NullMarked
package dev.sekisho.ruleset.coverage;

import org.jspecify.annotations.NullMarked;
