/** Answers what is asked of the change log: lists of changes, what one object went through, what differs. */
@NullMarked
package dev.sekisho.change.reading;

import org.jspecify.annotations.NullMarked;
