/** Which facts nobody told, and what an answer or a remedy would make of a score. */
@NullMarked
package dev.sekisho.risk.question;

import org.jspecify.annotations.NullMarked;
