/** What is installed where, and what is published about it. */
@NullMarked
package dev.sekisho.risk.estate.software;

import org.jspecify.annotations.NullMarked;
