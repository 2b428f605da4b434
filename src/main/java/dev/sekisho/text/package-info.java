/** The sentences of answers, by language. */
@NullMarked
package dev.sekisho.text;

import org.jspecify.annotations.NullMarked;
