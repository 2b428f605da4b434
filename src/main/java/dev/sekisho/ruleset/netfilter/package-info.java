/** Reads what iptables and nftables save. */
@NullMarked
package dev.sekisho.ruleset.netfilter;

import org.jspecify.annotations.NullMarked;
