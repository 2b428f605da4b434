/** Whether a source speaks of an installed product and version. */
@NullMarked
package dev.sekisho.matching.product;

import org.jspecify.annotations.NullMarked;
