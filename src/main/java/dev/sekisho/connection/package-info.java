/** The links into and between our zones, the state of the firewall there, and its rules. */
@NullMarked
package dev.sekisho.connection;

import org.jspecify.annotations.NullMarked;
