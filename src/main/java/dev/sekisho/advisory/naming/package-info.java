/** The names under which advisories and products of ours find each other. */
@NullMarked
package dev.sekisho.advisory.naming;

import org.jspecify.annotations.NullMarked;
