/** Digests of bytes, texts and files. */
@NullMarked
package dev.sekisho.digest;

import org.jspecify.annotations.NullMarked;
