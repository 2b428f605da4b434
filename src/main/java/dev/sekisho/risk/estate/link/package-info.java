/** Where third parties and zones connect, and what stands there. */
@NullMarked
package dev.sekisho.risk.estate.link;

import org.jspecify.annotations.NullMarked;
