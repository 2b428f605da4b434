/** Reads what JVN iPedia publishes: its overviews (RSS 1.0) and its records (VULDEF). */
@NullMarked
package dev.sekisho.feed.jvn;

import org.jspecify.annotations.NullMarked;
