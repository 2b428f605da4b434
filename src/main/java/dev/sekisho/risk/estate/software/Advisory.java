package dev.sekisho.risk.estate.software;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One vulnerability, whatever its aliases.
 *
 * @param key a CVE id or an id of our own
 * @param cve its CVE id, where it has one
 * @param published false for a flaw its vendor knows of and the public does not
 * @param knownOn when we first knew of it
 * @param names further keys of ours that mean it
 */
public record Advisory(
        String key,
        String title,
        @Nullable String cve,
        boolean published,
        Hazard hazard,
        @Nullable LocalDate knownOn,
        Set<String> names) {

    public Advisory {
        names = Set.copyOf(names);
    }

    public Advisory(
            String key,
            String title,
            @Nullable String cve,
            boolean published,
            Hazard hazard,
            @Nullable LocalDate knownOn) {
        this(key, title, cve, published, hazard, knownOn, Set.of());
    }

    public @Nullable Double cvss() {
        return hazard.cvss();
    }

    public @Nullable Double epss() {
        return hazard.epss();
    }

    public boolean publicExploit() {
        return hazard.publicExploit();
    }

    public @Nullable Exploitation exploited() {
        return hazard.exploited();
    }

    public @Nullable Boolean automatable() {
        return hazard.automatable();
    }

    public Impact impact() {
        return hazard.impact();
    }

    public Advisory with(Hazard other) {
        return new Advisory(key, title, cve, published, other, knownOn, names);
    }

    public Advisory knownOn(@Nullable LocalDate day) {
        return new Advisory(key, title, cve, published, hazard, day, names);
    }

    /** Whether it goes by this key: what is written under one of its keys is written of it. */
    public boolean isCalled(String name) {
        return name.equals(key) || name.equals(cve) || names.contains(name);
    }

    /** Exploited in the wild, or held by whoever found it while the public has no name for it. */
    public boolean usableNow() {
        return exploited() != null || (!published && cve == null);
    }
}
