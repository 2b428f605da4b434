/** Vulnerabilities as records: sources merged, aliases joined, products looked up. */
@NullMarked
package dev.sekisho.advisory;

import org.jspecify.annotations.NullMarked;
