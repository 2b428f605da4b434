/** What the heap has to hold, and what is done when it cannot: a clear end instead of a long standstill. */
@NullMarked
package dev.sekisho.memory;

import org.jspecify.annotations.NullMarked;
