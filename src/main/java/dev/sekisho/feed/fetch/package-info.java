/** Fetches feeds from where they are published. */
@NullMarked
package dev.sekisho.feed.fetch;

import org.jspecify.annotations.NullMarked;
