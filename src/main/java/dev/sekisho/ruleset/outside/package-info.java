/** Rules that speak of addresses as packets are sent, before a device translates them, told by the addresses they arrive at. */
@NullMarked
package dev.sekisho.ruleset.outside;

import org.jspecify.annotations.NullMarked;
