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
 * @param cvss base score 0..10
 * @param epss probability of exploitation 0..1
 * @param publicExploit whether exploit code is public
 * @param automatable SSVC; unknown counts as yes
 * @param knownOn when we first knew of it
 * @param names further keys of ours that mean it
 */
public record Advisory(
        String key,
        String title,
        @Nullable String cve,
        boolean published,
        @Nullable Double cvss,
        @Nullable Double epss,
        boolean publicExploit,
        @Nullable Exploitation exploited,
        @Nullable Boolean automatable,
        Impact impact,
        @Nullable LocalDate knownOn,
        Set<String> names) {

    public Advisory {
        range("cvss", cvss, 10);
        range("epss", epss, 1);
        names = Set.copyOf(names);
    }

    public Advisory(
            String key,
            String title,
            @Nullable String cve,
            boolean published,
            @Nullable Double cvss,
            @Nullable Double epss,
            boolean publicExploit,
            @Nullable Exploitation exploited,
            @Nullable Boolean automatable,
            Impact impact,
            @Nullable LocalDate knownOn) {
        this(key, title, cve, published, cvss, epss, publicExploit, exploited, automatable, impact, knownOn, Set.of());
    }

    /** Whether it goes by this key: what is written under one of its keys is written of it. */
    public boolean isCalled(String name) {
        return name.equals(key) || name.equals(cve) || names.contains(name);
    }

    private static void range(String field, @Nullable Double value, double highest) {
        if (value != null && !(value >= 0 && value <= highest)) {
            throw new IllegalArgumentException(field + " must be between 0 and " + (int) highest + ": " + value);
        }
    }

    /** Exploited in the wild, or held by whoever found it while the public has no name for it. */
    public boolean usableNow() {
        return exploited != null || (!published && cve == null);
    }
}
