/** Reads network security groups of Azure. */
@NullMarked
package dev.sekisho.ruleset.azure;

import org.jspecify.annotations.NullMarked;
