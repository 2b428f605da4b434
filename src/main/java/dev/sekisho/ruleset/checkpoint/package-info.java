/** Reads access rulebases of Check Point as the management API shows them. */
@NullMarked
package dev.sekisho.ruleset.checkpoint;

import org.jspecify.annotations.NullMarked;
