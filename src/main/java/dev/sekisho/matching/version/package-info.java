/** The order of versions, by ecosystem and vendor. */
@NullMarked
package dev.sekisho.matching.version;

import org.jspecify.annotations.NullMarked;
