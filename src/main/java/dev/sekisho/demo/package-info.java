/** The demo estate. */
@NullMarked
package dev.sekisho.demo;

import org.jspecify.annotations.NullMarked;
