/** Reads statements in OpenVEX. */
@NullMarked
package dev.sekisho.feed.vex;

import org.jspecify.annotations.NullMarked;
