/** Reads exported firewall configurations, one reader per format, into the neutral ordered rules the traffic algebra judges. */
@NullMarked
package dev.sekisho.firewall.reader;

import org.jspecify.annotations.NullMarked;
