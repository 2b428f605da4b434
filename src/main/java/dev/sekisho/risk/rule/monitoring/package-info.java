/** Rules about what is watched. */
@NullMarked
package dev.sekisho.risk.rule.monitoring;

import org.jspecify.annotations.NullMarked;
