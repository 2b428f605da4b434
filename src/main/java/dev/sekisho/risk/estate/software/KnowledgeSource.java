package dev.sekisho.risk.estate.software;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that verdicts on software rest on.
 *
 * @param tells what it tells, for a sentence
 * @param asOf the day it stands for; absent where nothing of it was ever loaded
 * @param goodUntil the last day on which it counts as fresh; absent where nothing of it was ever loaded
 */
public record KnowledgeSource(
        String key,
        String tells,
        @Nullable LocalDate asOf,
        @Nullable LocalDate goodUntil) {

    /** One that was never loaded. */
    public static KnowledgeSource missing(String key, String tells) {
        return new KnowledgeSource(key, tells, null, null);
    }

    /** Whether nothing is known from it, or nothing fresh. */
    public boolean failsOn(LocalDate day) {
        return goodUntil == null || goodUntil.isBefore(day);
    }
}
