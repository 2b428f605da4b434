package dev.sekisho.feed;

import dev.sekisho.advisory.AdvisoryRegistry;
import dev.sekisho.registry.Referable;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Locale;

/** The CVE ids that advisories are about. */
@Singleton
class CveIds implements Referable {
    private final AdvisoryRegistry advisories;
    private final Vulnerabilities vulnerabilities;

    CveIds(AdvisoryRegistry advisories, Vulnerabilities vulnerabilities) {
        this.advisories = advisories;
        this.vulnerabilities = vulnerabilities;
    }

    @Override
    public String name() {
        return "cves";
    }

    @Override
    public String singular() {
        return "advisory about a CVE";
    }

    @Override
    public boolean holds(String value) {
        return advisories.rows().count("cve", value.toUpperCase(Locale.ROOT)) > 0;
    }

    @Override
    public Collection<String> beside(String value) {
        return advisories.cvesBeside(value.toUpperCase(Locale.ROOT));
    }

    @Override
    public String advice(String value) {
        return vulnerabilities.advice(value);
    }
}
