/** Reads when products reach the end of support. */
@NullMarked
package dev.sekisho.feed.eol;

import org.jspecify.annotations.NullMarked;
