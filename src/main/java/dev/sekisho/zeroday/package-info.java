/** How far a flaw reaches that nobody has published yet. */
@NullMarked
package dev.sekisho.zeroday;

import org.jspecify.annotations.NullMarked;
