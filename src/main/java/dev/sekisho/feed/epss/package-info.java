/** Reads scores of EPSS. */
@NullMarked
package dev.sekisho.feed.epss;

import org.jspecify.annotations.NullMarked;
