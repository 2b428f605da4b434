/** Many objects written as one. */
@NullMarked
package dev.sekisho.registry.batch;

import org.jspecify.annotations.NullMarked;
