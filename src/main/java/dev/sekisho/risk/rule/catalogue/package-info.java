/** Every rule there is, whatever its theme. */
@NullMarked
package dev.sekisho.risk.rule.catalogue;

import org.jspecify.annotations.NullMarked;
