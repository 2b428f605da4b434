/**
 * How far an attacker would get: reach, break distance, and the hops that show it. A network is made from the one before it,
 * and tells from and into which zones anything may be different.
 */
@NullMarked
package dev.sekisho.risk.path;

import org.jspecify.annotations.NullMarked;
