/** How far an attacker would get: reach, break distance, and the hops that show it. */
@NullMarked
package dev.sekisho.risk.path;

import org.jspecify.annotations.NullMarked;
