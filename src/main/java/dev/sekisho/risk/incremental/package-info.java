/** What an earlier result saves. */
@NullMarked
package dev.sekisho.risk.incremental;

import org.jspecify.annotations.NullMarked;
