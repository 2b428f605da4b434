/** Takes in what is published, as it is sent or on a schedule. */
@NullMarked
package dev.sekisho.feed;

import org.jspecify.annotations.NullMarked;
