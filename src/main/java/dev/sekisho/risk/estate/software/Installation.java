package dev.sekisho.risk.estate.software;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A software product in some version at some place.
 *
 * @param version absent when nobody knows
 * @param versionKnownOn when we first knew of this version here
 * @param useStateSince since when the use state holds
 * @param treatments what was done about single advisories here
 * @param endOfLife the last day this version is supported; absent when nothing published says so
 */
public record Installation(
        String key,
        String name,
        String product,
        @Nullable String version,
        Place place,
        UseState useState,
        @Nullable LocalDate versionKnownOn,
        @Nullable LocalDate useStateSince,
        List<Treatment> treatments,
        @Nullable LocalDate endOfLife) {

    public Installation {
        treatments = List.copyOf(treatments);
    }

    public Installation(
            String key,
            String name,
            String product,
            @Nullable String version,
            Place place,
            UseState useState,
            @Nullable LocalDate versionKnownOn,
            @Nullable LocalDate useStateSince,
            List<Treatment> treatments) {
        this(key, name, product, version, place, useState, versionKnownOn, useStateSince, treatments, null);
    }

    public Installation supportedUntil(@Nullable LocalDate day) {
        return new Installation(
                key, name, product, version, place, useState, versionKnownOn, useStateSince, treatments, day);
    }

    /** Under whichever of its keys it was written. */
    public Optional<Treatment> treatmentOf(Advisory advisory) {
        return treatments.stream().filter(t -> advisory.isCalled(t.advisory())).findFirst();
    }
}
