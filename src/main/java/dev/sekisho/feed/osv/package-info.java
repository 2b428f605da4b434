/** Reads records in the OSV format. */
@NullMarked
package dev.sekisho.feed.osv;

import org.jspecify.annotations.NullMarked;
