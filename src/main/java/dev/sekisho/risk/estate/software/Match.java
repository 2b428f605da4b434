package dev.sekisho.risk.estate.software;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An installation judged against an advisory.
 *
 * @param reason the source, the range and the comparison made, in words
 * @param fix what mends it; absent when no fix is known
 * @param before the latest of the versions there before that was affected; absent where none was
 * @param possible UNKNOWN because no source can decide it, and not because of a gap of ours: it is proven of nobody
 * @param analysts what persons of ours say of it; it changes the verdict only {@link #on} a day
 */
public record Match(
        String installation,
        String advisory,
        Verdict verdict,
        String reason,
        Fix fix,
        @Nullable EarlierVersion before,
        boolean possible,
        AnalystWords analysts) {

    /**
     * What mends a flaw.
     *
     * @param version the version that mends it; absent when no fix is known
     * @param availableOn since when it can be had
     */
    public record Fix(@Nullable String version, @Nullable LocalDate availableOn) {
        static final Fix NONE = new Fix(null, null);
    }

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
        this(installation, advisory, verdict, reason, fixVersion, fixAvailableOn, null);
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
        this(
                installation,
                advisory,
                verdict,
                reason,
                new Fix(fixVersion, fixAvailableOn),
                before,
                false,
                AnalystWords.NONE);
    }

    /** An advisory is matched once with an installation. */
    public String key() {
        return key(installation, advisory);
    }

    public static String key(String installation, String advisory) {
        return installation + '\0' + advisory;
    }

    /** The version that mends it; absent when no fix is known. */
    public @Nullable String fixVersion() {
        return fix.version;
    }

    /** Since when the fix can be had. */
    public @Nullable LocalDate fixAvailableOn() {
        return fix.availableOn;
    }

    /** As it stands on a day: a fix that is only announced mends nothing, and a person's word counts until it expires. */
    public Match on(LocalDate day) {
        Match fixed = fix.availableOn == null || !fix.availableOn.isAfter(day)
                ? this
                : new Match(installation, advisory, verdict, reason, Fix.NONE, before, possible, analysts);
        return analysts.on(day).map(fixed::said).orElse(fixed);
    }

    private Match said(AnalystWord word) {
        Verdict then = word.over(verdict);
        return new Match(
                installation,
                advisory,
                then,
                word.words(verdict) + " | " + reason,
                fix,
                before,
                possible && then == verdict,
                analysts.applying(word, verdict));
    }

    public Match at(String place) {
        return new Match(place, advisory, verdict, reason, fix, before, possible, analysts);
    }

    public Match after(@Nullable EarlierVersion affected) {
        return new Match(installation, advisory, verdict, reason, fix, affected, possible, analysts);
    }

    /** With what persons of ours say of it, in place of what was known of that. */
    public Match with(AnalystWords words) {
        return new Match(installation, advisory, verdict, reason, fix, before, possible, words);
    }

    /** With another word on the installation. */
    public Match judged(Verdict other) {
        return new Match(installation, advisory, other, reason, fix, before, false, analysts);
    }

    /** Undecided, as far as it can be decided by what sources say. */
    public Match leftOpen() {
        return new Match(installation, advisory, Verdict.UNKNOWN, reason, fix, before, true, analysts);
    }

    /** Affected, as far as that is proven; what is not known for a reason of ours counts. */
    public boolean live() {
        return verdict.live() && !possible;
    }

    /** It would be live or possible, were it not for the word of a person of ours. */
    public boolean cleared() {
        return !verdict.live()
                && analysts.counting() != null
                && analysts.sources() != null
                && analysts.sources().live();
    }

    public boolean hasFix() {
        return fix.version != null;
    }
}
