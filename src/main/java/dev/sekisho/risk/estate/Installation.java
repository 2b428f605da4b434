package dev.sekisho.risk.estate;

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
        List<Treatment> treatments) {

    public Installation {
        treatments = List.copyOf(treatments);
    }

    public Optional<Treatment> treatmentOf(String advisory) {
        return treatments.stream().filter(t -> t.advisory().equals(advisory)).findFirst();
    }
}
