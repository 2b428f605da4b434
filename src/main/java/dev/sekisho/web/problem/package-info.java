/** Errors as callers get them. */
@NullMarked
package dev.sekisho.web.problem;

import org.jspecify.annotations.NullMarked;
