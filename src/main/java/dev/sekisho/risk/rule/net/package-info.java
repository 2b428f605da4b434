/** Rules about what firewalls and networks let through. */
@NullMarked
package dev.sekisho.risk.rule.net;

import org.jspecify.annotations.NullMarked;
