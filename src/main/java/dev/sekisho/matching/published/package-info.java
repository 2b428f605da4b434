/** What sources publish about vulnerabilities and products. */
@NullMarked
package dev.sekisho.matching.published;

import org.jspecify.annotations.NullMarked;
