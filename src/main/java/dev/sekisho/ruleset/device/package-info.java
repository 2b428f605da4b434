/** Configurations of whole devices, stored once, that any number of links name instead of sending a text of their own. */
@NullMarked
package dev.sekisho.ruleset.device;

import org.jspecify.annotations.NullMarked;
