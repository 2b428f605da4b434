/**
 * The change log: what was written, by whom, when and from where, told in the transaction that writes it. {@link
 * dev.sekisho.change.Ledger} is the one way in; it also tells, once for each transaction, what has changed for whoever keeps
 * something in memory, so that a write nobody entered here is one that nobody notices either.
 *
 * <p>{@code seal} keeps personal values out of what is never deleted; {@code revision} numbers what was published and
 * chains it; {@code reading} answers what is asked of the log. This room lies below all that write, so it knows none of them.
 */
@NullMarked
package dev.sekisho.change;

import org.jspecify.annotations.NullMarked;
