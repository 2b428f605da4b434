/** Kinds of values that objects of all collections have. */
@NullMarked
package dev.sekisho.registry.field;

import org.jspecify.annotations.NullMarked;
