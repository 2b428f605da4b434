/** The finding catalogue: one class a rule, each with its reference paragraph. */
@NullMarked
package dev.sekisho.risk.rule;

import org.jspecify.annotations.NullMarked;
