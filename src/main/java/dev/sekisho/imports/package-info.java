/** Many objects in one file: read line by line, written all or not at all. */
@NullMarked
package dev.sekisho.imports;

import org.jspecify.annotations.NullMarked;
