/** Rule sets of links: kept in revisions, and asked what they let through. */
@NullMarked
package dev.sekisho.ruleset;

import org.jspecify.annotations.NullMarked;
