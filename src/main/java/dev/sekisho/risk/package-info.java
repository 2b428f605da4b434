/** The pure core: facts and an instant go in, verdicts come out; no clock, database, configuration or log. */
@NullMarked
package dev.sekisho.risk;

import org.jspecify.annotations.NullMarked;
