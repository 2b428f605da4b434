/** Rules about what is agreed, owned and classified. */
@NullMarked
package dev.sekisho.risk.rule.governance;

import org.jspecify.annotations.NullMarked;
