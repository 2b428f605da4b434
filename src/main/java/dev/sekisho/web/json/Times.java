package dev.sekisho.web.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Days and instants as the contract writes them: years from 0001 to 9999, which every database and caller can hold. */
public final class Times {
    private static final String DAY = "(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final Pattern DATE = Pattern.compile(DAY);
    private static final Pattern INSTANT = Pattern.compile(
            DAY + "T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2})", Pattern.CASE_INSENSITIVE);

    private Times() {}

    /** @throws DateTimeException when it is no ISO 8601 date */
    public static LocalDate date(String text) {
        return LocalDate.parse(formed(text, DATE));
    }

    /** @throws DateTimeException when it is no RFC 3339 instant */
    public static Instant instant(String text) {
        return Instant.parse(formed(text, INSTANT));
    }

    private static String formed(String text, Pattern form) {
        if (!form.matcher(text).matches()) {
            throw new DateTimeException("not of the form");
        }
        return text;
    }
}
