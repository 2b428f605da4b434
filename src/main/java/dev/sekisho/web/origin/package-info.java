/** Which pages of other origins a browser lets read what is served here. */
@NullMarked
package dev.sekisho.web.origin;

import org.jspecify.annotations.NullMarked;
