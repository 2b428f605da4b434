package dev.sekisho.feed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What whoever sends a file says of it.
 *
 * @param forced it is to be taken even where it looks like a broken copy
 * @param strict whether one broken document refuses the whole archive it stands in
 * @param publishedOn the day it was published, for what bears no date of its own
 */
public record Sending(boolean forced, @Nullable LocalDate publishedOn, boolean strict) {
    static final Sending PLAIN = new Sending(false, null);

    /** Where a broken document of an archive is left out and told. */
    public Sending(boolean forced, @Nullable LocalDate publishedOn) {
        this(forced, publishedOn, false);
    }
}
