/** Rules about how third parties come in. */
@NullMarked
package dev.sekisho.risk.rule.access;

import org.jspecify.annotations.NullMarked;
