/** What the readers of all device families have in common. */
@NullMarked
package dev.sekisho.ruleset.reading;

import org.jspecify.annotations.NullMarked;
