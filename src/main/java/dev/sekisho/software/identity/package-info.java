/** How well software products are known to what was loaded, and what else they may be called. */
@NullMarked
package dev.sekisho.software.identity;

import org.jspecify.annotations.NullMarked;
