/** Data and systems of ours that third parties hold. */
@NullMarked
package dev.sekisho.dataholding;

import org.jspecify.annotations.NullMarked;
