/** Reads configurations of PAN-OS firewalls and of Panorama. */
@NullMarked
package dev.sekisho.ruleset.panos;

import org.jspecify.annotations.NullMarked;
