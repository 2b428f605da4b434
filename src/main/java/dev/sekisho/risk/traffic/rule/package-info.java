/** Rules in order, what they speak of, and what they decide. */
@NullMarked
package dev.sekisho.risk.traffic.rule;

import org.jspecify.annotations.NullMarked;
