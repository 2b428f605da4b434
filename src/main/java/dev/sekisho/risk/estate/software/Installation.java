package dev.sekisho.risk.estate.software;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A software product in some version at some place.
 *
 * @param treatments what was done about single advisories here
 */
public record Installation(
        String key,
        String name,
        String product,
        InstalledVersion installed,
        Place place,
        Use use,
        List<Treatment> treatments) {

    public Installation {
        treatments = List.copyOf(treatments);
    }

    /** Absent when nobody knows. */
    public @Nullable String version() {
        return installed.version();
    }

    /** When we first knew of this version here. */
    public @Nullable LocalDate versionKnownOn() {
        return installed.knownOn();
    }

    /** The last day this version is supported; absent when nothing published says so. */
    public @Nullable LocalDate endOfLife() {
        return installed.endOfLife();
    }

    /** Whether sources are loaded and none of them speaks of it: nobody knows whether it is affected by anything. */
    public boolean unmatched() {
        return installed.unmatched();
    }

    public UseState useState() {
        return use.state();
    }

    /** Since when the use state holds. */
    public @Nullable LocalDate useStateSince() {
        return use.since();
    }

    public Installation supportedUntil(@Nullable LocalDate day) {
        return with(installed.supportedUntil(day));
    }

    public Installation unmatched(boolean nobodyKnows) {
        return with(installed.unmatched(nobodyKnows));
    }

    public Installation with(InstalledVersion other) {
        return new Installation(key, name, product, other, place, use, treatments);
    }

    public Installation with(Use other) {
        return new Installation(key, name, product, installed, place, other, treatments);
    }

    /** Under whichever of its keys it was written. */
    public Optional<Treatment> treatmentOf(Advisory advisory) {
        return treatments.stream().filter(t -> advisory.isCalled(t.advisory())).findFirst();
    }
}
