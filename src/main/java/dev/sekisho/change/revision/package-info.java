/** Numbers what was published, without a gap, and chains it: each revision covers the one before and all changes in it. */
@NullMarked
package dev.sekisho.change.revision;

import org.jspecify.annotations.NullMarked;
