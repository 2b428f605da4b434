/** What would decide whether software has a flaw, where that is undecided. */
@NullMarked
package dev.sekisho.software.resolve;

import org.jspecify.annotations.NullMarked;
