package dev.sekisho.matching.published;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;

/** The date forms the feeds use: with an offset, without one (read as UTC, as CVE and NVD mean it), or a day only. */
public final class Dates {
    private static final DateTimeFormatter OFFSET_FORMS = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(java.util.Locale.ROOT);

    private Dates() {}

    /** Null for an absent or unreadable date, and for one of the year 0, which there was not: a record is not refused for the form of a date nothing is decided on. */
    public static @Nullable Instant instant(@Nullable String text) {
        if (text == null || text.startsWith("0000")) {
            return null;
        }
        try {
            if (text.length() == "2024-01-31".length()) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return OFFSET_FORMS.parseBest(text, OffsetDateTime::from, LocalDateTime::from) instanceof OffsetDateTime at
                    ? at.toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    public static @Nullable LocalDate day(@Nullable String text) {
        Instant at = instant(text);
        return at == null ? null : at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
