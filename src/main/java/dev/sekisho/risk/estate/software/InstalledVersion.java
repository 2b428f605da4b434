package dev.sekisho.risk.estate.software;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The version of an installation.
 *
 * @param version absent when nobody knows
 * @param knownOn when we first knew of this version there
 * @param endOfLife the last day it is supported; absent when nothing published says so
 */
public record InstalledVersion(
        @Nullable String version,
        @Nullable LocalDate knownOn,
        @Nullable LocalDate endOfLife) {

    /** One of which nothing published says how long it is supported. */
    public InstalledVersion(@Nullable String version, @Nullable LocalDate knownOn) {
        this(version, knownOn, null);
    }
}
