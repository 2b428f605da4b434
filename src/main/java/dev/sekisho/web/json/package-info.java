/** JSON as callers may send it and get it. */
@NullMarked
package dev.sekisho.web.json;

import org.jspecify.annotations.NullMarked;
