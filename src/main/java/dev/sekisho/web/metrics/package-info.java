/** Request metrics whose labels come from a fixed set, whatever a caller sends. */
@NullMarked
package dev.sekisho.web.metrics;

import org.jspecify.annotations.NullMarked;
