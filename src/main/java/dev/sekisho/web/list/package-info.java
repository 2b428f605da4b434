/** Lists in pages. */
@NullMarked
package dev.sekisho.web.list;

import org.jspecify.annotations.NullMarked;
