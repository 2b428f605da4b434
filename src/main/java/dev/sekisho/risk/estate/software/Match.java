package dev.sekisho.risk.estate.software;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An installation judged against an advisory.
 *
 * @param grounds what the verdict rests on
 * @param fix what mends it; absent when no fix is known
 * @param before the latest of the versions there before that was affected; absent where none was
 * @param analysts what persons of ours say of it; it changes the verdict only {@link #on} a day
 */
public record Match(
        String installation,
        String advisory,
        Verdict verdict,
        Grounds grounds,
        Fix fix,
        @Nullable EarlierVersion before,
        AnalystWords analysts) {

    /**
     * What a verdict rests on.
     *
     * @param reason the source, the range and the comparison made, in words
     * @param possible UNKNOWN because no source can decide it, and not because of a gap of ours: it is proven of nobody
     * @param provenBy names of the sources, each with its record, that prove it affected
     */
    public record Grounds(String reason, boolean possible, Set<String> provenBy) {
        public Grounds {
            provenBy = Set.copyOf(provenBy);
        }

        private Grounds left(boolean open) {
            return open == possible ? this : new Grounds(reason, open, provenBy);
        }
    }

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
        if (grounds.possible && verdict != Verdict.UNKNOWN) {
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
                new Grounds(reason, false, Set.of()),
                new Fix(fixVersion, fixAvailableOn),
                before,
                AnalystWords.NONE);
    }

    /** An advisory is matched once with an installation. */
    public String key() {
        return key(installation, advisory);
    }

    public static String key(String installation, String advisory) {
        return installation + '\0' + advisory;
    }

    /** The source, the range and the comparison made, in words. */
    public String reason() {
        return grounds.reason;
    }

    /** UNKNOWN because no source can decide it, and not because of a gap of ours: it is proven of nobody. */
    public boolean possible() {
        return grounds.possible;
    }

    /** Names of the sources, each with its record, that prove it affected. */
    public Set<String> provenBy() {
        return grounds.provenBy;
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
                : new Match(installation, advisory, verdict, grounds, Fix.NONE, before, analysts);
        return analysts.on(day).map(fixed::said).orElse(fixed);
    }

    private Match said(AnalystWord word) {
        Verdict then = word.over(verdict);
        return new Match(
                installation,
                advisory,
                then,
                new Grounds(
                        word.words(verdict) + " | " + grounds.reason,
                        grounds.possible && then == verdict,
                        grounds.provenBy),
                fix,
                before,
                analysts.applying(word, verdict));
    }

    public Match at(String place) {
        return new Match(place, advisory, verdict, grounds, fix, before, analysts);
    }

    public Match after(@Nullable EarlierVersion affected) {
        return new Match(installation, advisory, verdict, grounds, fix, affected, analysts);
    }

    /** With what persons of ours say of it, in place of what was known of that. */
    public Match with(AnalystWords words) {
        return new Match(installation, advisory, verdict, grounds, fix, before, words);
    }

    /** With another word on the installation. */
    public Match judged(Verdict other) {
        return new Match(installation, advisory, other, grounds.left(false), fix, before, analysts);
    }

    /** Undecided, as far as it can be decided by what sources say. */
    public Match leftOpen() {
        return new Match(installation, advisory, Verdict.UNKNOWN, grounds.left(true), fix, before, analysts);
    }

    /** The same where these prove it. */
    public Match provenBy(Set<String> sources) {
        return new Match(
                installation,
                advisory,
                verdict,
                new Grounds(grounds.reason, grounds.possible, sources),
                fix,
                before,
                analysts);
    }

    /** Affected, as far as that is proven; what is not known for a reason of ours counts. */
    public boolean live() {
        return verdict.live() && !possible();
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
