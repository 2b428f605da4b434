/** How far an attacker would get, as endpoints. */
@NullMarked
package dev.sekisho.attackpath;

import org.jspecify.annotations.NullMarked;
