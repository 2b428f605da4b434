package dev.sekisho.risk.estate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How what a third party holds for us comes back to us and is deleted there.
 *
 * @param plan how, in words, or where it is written; absent when nobody has a plan
 * @param deletionProvenOn date of the proof that the third party has deleted everything; absent while it has it
 */
public record DataExit(@Nullable String plan, @Nullable LocalDate deletionProvenOn) {
    public static final DataExit NONE = new DataExit(null, null);
}
