/** Products, and where they are installed. */
@NullMarked
package dev.sekisho.software;

import org.jspecify.annotations.NullMarked;
