package dev.sekisho.risk.estate.software;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The version of an installation.
 *
 * @param version absent when nobody knows
 * @param knownOn when we first knew of this version there
 * @param endOfLife the last day it is supported; absent when nothing published says so
 * @param earlier other versions of the same product that were there before, the latest first
 * @param unmatched sources are loaded, and none of them speaks of this software nor of anything it is made of: nobody knows
 *     whether it is affected by anything
 */
public record InstalledVersion(
        @Nullable String version,
        @Nullable LocalDate knownOn,
        @Nullable LocalDate endOfLife,
        List<EarlierVersion> earlier,
        boolean unmatched) {

    public InstalledVersion {
        earlier = List.copyOf(earlier);
    }

    /** One that a source speaks of, or of which nobody asked. */
    public InstalledVersion(
            @Nullable String version,
            @Nullable LocalDate knownOn,
            @Nullable LocalDate endOfLife,
            List<EarlierVersion> earlier) {
        this(version, knownOn, endOfLife, earlier, false);
    }

    /** The first of which we know. */
    public InstalledVersion(@Nullable String version, @Nullable LocalDate knownOn, @Nullable LocalDate endOfLife) {
        this(version, knownOn, endOfLife, List.of());
    }

    /** One of which nothing published says how long it is supported. */
    public InstalledVersion(@Nullable String version, @Nullable LocalDate knownOn) {
        this(version, knownOn, null);
    }

    public InstalledVersion supportedUntil(@Nullable LocalDate day) {
        return new InstalledVersion(version, knownOn, day, earlier, unmatched);
    }

    public InstalledVersion after(List<EarlierVersion> others) {
        return new InstalledVersion(version, knownOn, endOfLife, others, unmatched);
    }

    public InstalledVersion unmatched(boolean nobodyKnows) {
        return new InstalledVersion(version, knownOn, endOfLife, earlier, nobodyKnows);
    }
}
