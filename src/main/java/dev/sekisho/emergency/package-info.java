/** The first minutes of an emergency: what a compromised third party or a flaw nobody has published touches, and what to stop first. */
@NullMarked
package dev.sekisho.emergency;

import org.jspecify.annotations.NullMarked;
