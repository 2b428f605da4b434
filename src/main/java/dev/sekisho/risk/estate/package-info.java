/** The facts: what is registered and known, as self-validating records without behaviour of their own world. */
@NullMarked
package dev.sekisho.risk.estate;

import org.jspecify.annotations.NullMarked;
