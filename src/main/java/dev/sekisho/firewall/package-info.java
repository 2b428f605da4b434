/** Inspections: who looked at the filter of a link, what was found, and which links are to be looked at by when. */
@NullMarked
package dev.sekisho.firewall;

import org.jspecify.annotations.NullMarked;
