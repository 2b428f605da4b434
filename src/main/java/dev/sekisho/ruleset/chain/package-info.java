/** Several devices that guard one link, each with its own rule set. */
@NullMarked
package dev.sekisho.ruleset.chain;

import org.jspecify.annotations.NullMarked;
