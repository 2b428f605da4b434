/** Sets of addresses, ports and protocols. */
@NullMarked
package dev.sekisho.risk.traffic.set;

import org.jspecify.annotations.NullMarked;
