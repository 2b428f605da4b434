/** Enters what was there before changes were recorded, at the first start that records them. */
@NullMarked
package dev.sekisho.change.upgrade;

import org.jspecify.annotations.NullMarked;
