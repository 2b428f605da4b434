/** Who may call: API keys, their roles, and the gate in front of everything else. */
@NullMarked
package dev.sekisho.access;

import org.jspecify.annotations.NullMarked;
