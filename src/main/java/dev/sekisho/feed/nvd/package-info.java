/** Reads records of the NVD. */
@NullMarked
package dev.sekisho.feed.nvd;

import org.jspecify.annotations.NullMarked;
