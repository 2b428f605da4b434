/** Requests that have their effect once, however often they are sent. */
@NullMarked
package dev.sekisho.registry.idempotency;

import org.jspecify.annotations.NullMarked;
