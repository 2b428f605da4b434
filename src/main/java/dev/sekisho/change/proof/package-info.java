/**
 * Recomputes the chain of revisions from the rows of the log and names the first row that does not fit. Whoever may rewrite
 * all tables can rewrite the whole chain: only a head that was kept elsewhere shows that.
 */
@NullMarked
package dev.sekisho.change.proof;

import org.jspecify.annotations.NullMarked;
