/**
 * Keeps personal values out of what is never deleted: they are stored as ciphertext under a key of the person's own, and
 * whoever deletes that key has erased them, without a row of the log being touched.
 */
@NullMarked
package dev.sekisho.change.seal;

import org.jspecify.annotations.NullMarked;
