/** Reads the catalogue of known exploited vulnerabilities. */
@NullMarked
package dev.sekisho.feed.eukev;

import org.jspecify.annotations.NullMarked;
