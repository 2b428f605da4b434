/** Rules about what third parties run here. */
@NullMarked
package dev.sekisho.risk.rule.software;

import org.jspecify.annotations.NullMarked;
