/** Reads the catalogue of known exploited vulnerabilities. */
@NullMarked
package dev.sekisho.feed.kev;

import org.jspecify.annotations.NullMarked;
