/** The formats a rule set can come in. */
@NullMarked
package dev.sekisho.ruleset.format;

import org.jspecify.annotations.NullMarked;
