/** Plain numbers without boxes: a search holds millions. */
@NullMarked
package dev.sekisho.risk.path.number;

import org.jspecify.annotations.NullMarked;
