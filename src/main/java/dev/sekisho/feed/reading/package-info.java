/** What the readers of all feeds have in common. */
@NullMarked
package dev.sekisho.feed.reading;

import org.jspecify.annotations.NullMarked;
