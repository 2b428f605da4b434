package dev.sekisho.feed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What whoever sends a file says of it.
 *
 * @param forced it is to be taken even where it looks like a broken copy
 * @param publishedOn the day it was published, for what bears no date of its own
 */
public record Sending(boolean forced, @Nullable LocalDate publishedOn) {
    static final Sending PLAIN = new Sending(false, null);
}
