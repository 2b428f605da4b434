/** Ways in as far as our network: where they land, and at what price. */
@NullMarked
package dev.sekisho.risk.entry;

import org.jspecify.annotations.NullMarked;
