package dev.sekisho.risk.estate.software;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An installation judged against an advisory.
 *
 * @param reason the source, the range and the comparison made, in words
 * @param fixVersion the version that mends it; absent when no fix is known
 * @param fixAvailableOn since when the fix can be had
 * @param before the latest of the versions there before that was affected; absent where none was
 */
public record Match(
        String installation,
        String advisory,
        Verdict verdict,
        String reason,
        @Nullable String fixVersion,
        @Nullable LocalDate fixAvailableOn,
        @Nullable EarlierVersion before) {

    /** Where no version that was there before was affected. */
    public Match(
            String installation,
            String advisory,
            Verdict verdict,
            String reason,
            @Nullable String fixVersion,
            @Nullable LocalDate fixAvailableOn) {
        this(installation, advisory, verdict, reason, fixVersion, fixAvailableOn, null);
    }

    /** An advisory is matched once with an installation. */
    public String key() {
        return key(installation, advisory);
    }

    public static String key(String installation, String advisory) {
        return installation + '\0' + advisory;
    }

    /** As it stands on a day: a fix that is only announced mends nothing. */
    public Match on(LocalDate day) {
        return fixAvailableOn == null || !fixAvailableOn.isAfter(day)
                ? this
                : new Match(installation, advisory, verdict, reason, null, null, before);
    }

    public Match at(String place) {
        return new Match(place, advisory, verdict, reason, fixVersion, fixAvailableOn, before);
    }

    public Match after(@Nullable EarlierVersion affected) {
        return new Match(installation, advisory, verdict, reason, fixVersion, fixAvailableOn, affected);
    }

    public boolean hasFix() {
        return fixVersion != null;
    }
}
