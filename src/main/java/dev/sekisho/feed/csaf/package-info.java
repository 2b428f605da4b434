/** Reads security advisories in CSAF. */
@NullMarked
package dev.sekisho.feed.csaf;

import org.jspecify.annotations.NullMarked;
