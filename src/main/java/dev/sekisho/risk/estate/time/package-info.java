/** Days that people write down, and the day it is. */
@NullMarked
package dev.sekisho.risk.estate.time;

import org.jspecify.annotations.NullMarked;
