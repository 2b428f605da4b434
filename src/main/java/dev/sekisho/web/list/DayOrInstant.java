package dev.sekisho.web.list;

import dev.sekisho.web.json.Times;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An end of a span of days: a date, which is one in UTC, or an instant, which stands for the day in UTC it lies in.
 *
 * @param instant absent of a date
 */
public record DayOrInstant(LocalDate day, @Nullable Instant instant) {
    /** What is taken, in words. */
    static final String FORM = "a date like 2026-01-31 (in UTC) or an instant like 2026-01-31T09:00:00Z";

    /** What is taken, for the contract. */
    public static final String PATTERN = "^[0-9]{4}-[0-9]{2}-[0-9]{2}"
            + "([Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2}))?$";

    private static final int LENGTH_OF_A_DATE = 10;

    /** @throws DateTimeException when it is neither */
    static DayOrInstant parse(String text) {
        if (text.length() <= LENGTH_OF_A_DATE) {
            return new DayOrInstant(Times.date(text), null);
        }
        Instant instant = Times.instant(text);
        return new DayOrInstant(LocalDate.ofInstant(instant, ZoneOffset.UTC), instant);
    }

    /** The first instant of it: of a date, the beginning of the day in UTC. */
    public Instant begin() {
        return instant == null ? day.atStartOfDay(ZoneOffset.UTC).toInstant() : instant;
    }

    /** The first instant that databases tell from it and that comes after it: of a date, the end of the day in UTC. */
    public Instant end() {
        return instant == null
                ? day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()
                : instant.plus(1, ChronoUnit.MICROS);
    }

    /** Whether it surely lies after another one; two dates or a date and an instant of one day do not. */
    public boolean isAfter(DayOrInstant other) {
        return instant != null && other.instant != null ? instant.isAfter(other.instant) : day.isAfter(other.day);
    }
}
