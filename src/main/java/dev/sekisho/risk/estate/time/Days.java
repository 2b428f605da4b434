package dev.sekisho.risk.estate.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Days that people write down. Today is the day in UTC; east of it the next one has begun already, and who does something
 * there dates it so.
 */
public final class Days {
    private static final int AHEAD = 1;

    private Days() {}

    /** Whether a day has begun somewhere on earth. */
    public static boolean hasBegun(LocalDate day, LocalDate today) {
        return !day.isAfter(today.plusDays(AHEAD));
    }

    /** How many days ago; 0 for one that has begun only elsewhere. */
    public static long since(LocalDate day, LocalDate today) {
        return Math.max(0, ChronoUnit.DAYS.between(day, today));
    }
}
