package dev.sekisho.feed;

import dev.sekisho.advisory.AdvisoryRegistry;
import dev.sekisho.advisory.EpssLookup;
import dev.sekisho.matching.published.CveId;
import dev.sekisho.registry.Referable;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Locale;

/** Vulnerabilities by any of their names: key, CVE id, or what others call them. */
@Singleton
class Vulnerabilities implements Referable {
    private final AdvisoryRegistry advisories;
    private final LoadedSources sources;
    private final EpssLookup scores;

    Vulnerabilities(AdvisoryRegistry advisories, LoadedSources sources, EpssLookup scores) {
        this.advisories = advisories;
        this.sources = sources;
        this.scores = scores;
    }

    @Override
    public String name() {
        return "vulnerabilities";
    }

    @Override
    public String singular() {
        return "vulnerability";
    }

    @Override
    public boolean holds(String value) {
        return advisories.isNamed(value);
    }

    @Override
    public Collection<String> beside(String value) {
        return advisories.rows().keysBeside(value.toLowerCase(Locale.ROOT));
    }

    /** That a CVE is not held says nothing of it but that it was not loaded. */
    @Override
    public String advice(String value) {
        if (!CveId.is(value)) {
            return "";
        }
        boolean scored = scores.of(value.toUpperCase(Locale.ROOT)) != null;
        return "No source loaded here says "
                + (scored ? "more of this CVE than its EPSS score. " : "anything of this CVE. ") + sources.words();
    }
}
