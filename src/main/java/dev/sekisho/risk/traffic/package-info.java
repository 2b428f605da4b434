/** What a rule set really lets through: the exact set of permitted packets, and a proof or a witness for every answer. */
@NullMarked
package dev.sekisho.risk.traffic;

import org.jspecify.annotations.NullMarked;
