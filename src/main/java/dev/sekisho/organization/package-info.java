/** Our companies, their zones and their assets. */
@NullMarked
package dev.sekisho.organization;

import org.jspecify.annotations.NullMarked;
