/** The findings as endpoints, and the reference of the rules behind them. */
@NullMarked
package dev.sekisho.finding;

import org.jspecify.annotations.NullMarked;
