/** Inspections of firewalls and campaigns of them. */
@NullMarked
package dev.sekisho.inspection;

import org.jspecify.annotations.NullMarked;
