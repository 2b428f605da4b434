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
 * @param possible UNKNOWN because no source can decide it, and not because of a gap of ours: it is proven of nobody
 */
public record Match(
        String installation,
        String advisory,
        Verdict verdict,
        String reason,
        @Nullable String fixVersion,
        @Nullable LocalDate fixAvailableOn,
        @Nullable EarlierVersion before,
        boolean possible) {

    public Match {
        if (possible && verdict != Verdict.UNKNOWN) {
            throw new IllegalArgumentException("what is decided is not merely possible: " + verdict);
        }
    }

    /** Where no version that was there before was affected. */
    public Match(
            String installation,
            String advisory,
            Verdict verdict,
            String reason,
            @Nullable String fixVersion,
            @Nullable LocalDate fixAvailableOn) {
        this(installation, advisory, verdict, reason, fixVersion, fixAvailableOn, null, false);
    }

    /** Where the sources, and what we know of what is installed, leave nothing but what is proven. */
    public Match(
            String installation,
            String advisory,
            Verdict verdict,
            String reason,
            @Nullable String fixVersion,
            @Nullable LocalDate fixAvailableOn,
            @Nullable EarlierVersion before) {
        this(installation, advisory, verdict, reason, fixVersion, fixAvailableOn, before, false);
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
                : new Match(installation, advisory, verdict, reason, null, null, before, possible);
    }

    public Match at(String place) {
        return new Match(place, advisory, verdict, reason, fixVersion, fixAvailableOn, before, possible);
    }

    public Match after(@Nullable EarlierVersion affected) {
        return new Match(installation, advisory, verdict, reason, fixVersion, fixAvailableOn, affected, possible);
    }

    /** With another word on the installation. */
    public Match judged(Verdict other) {
        return new Match(installation, advisory, other, reason, fixVersion, fixAvailableOn, before, false);
    }

    /** Undecided, as far as it can be decided by what sources say. */
    public Match leftOpen() {
        return new Match(installation, advisory, Verdict.UNKNOWN, reason, fixVersion, fixAvailableOn, before, true);
    }

    /** Affected, as far as that is proven; what is not known for a reason of ours counts. */
    public boolean live() {
        return verdict.live() && !possible;
    }

    public boolean hasFix() {
        return fixVersion != null;
    }
}
