/** What every registered collection has in common: keys, lists, guarded writes, references, imports. */
@NullMarked
package dev.sekisho.registry;

import org.jspecify.annotations.NullMarked;
