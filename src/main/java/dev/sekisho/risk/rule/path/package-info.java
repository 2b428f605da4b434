/** Rules about what can be reached. */
@NullMarked
package dev.sekisho.risk.rule.path;

import org.jspecify.annotations.NullMarked;
