/** Rules about what third parties hold for us. */
@NullMarked
package dev.sekisho.risk.rule.data;

import org.jspecify.annotations.NullMarked;
