package dev.sekisho.feed.osv;

import dev.sekisho.feed.reading.Fields;
import dev.sekisho.matching.published.CveId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The CVE ids that a record is about without calling them aliases. Elsewhere {@code related} names what is merely similar;
 * a distribution's advisory names there what it repaired, and is a collective entry for those. An id such as
 * {@code UBUNTU-CVE-2024-51988} names its CVE itself, and then that one only.
 */
final class OsvRelated {
    private static final Pattern CVE = Pattern.compile(CveId.FORM);
    private static final Pattern NAMED_AFTER = Pattern.compile("[A-Za-z]+-(" + CVE + ")");

    /** Ecosystems of distributions, as the OSV schema lists them, without their releases. */
    private static final Set<String> DISTRIBUTIONS = Set.of(
            "almalinux",
            "alpaquita",
            "alpine",
            "azure linux",
            "bellsoft hardened containers",
            "chainguard",
            "cleanstart",
            "debian",
            "echo",
            "mageia",
            "minimos",
            "openeuler",
            "opensuse",
            "photon os",
            "red hat",
            "rocky linux",
            "suse",
            "ubuntu",
            "wolfi");

    private OsvRelated() {}

    static Set<String> cves(Fields record) {
        Matcher named = NAMED_AFTER.matcher(record.text("id", ""));
        if (named.matches()) {
            return Set.of(named.group(1));
        }
        var cves = new LinkedHashSet<String>();
        if (ofDistribution(record)) {
            record.texts("related").stream()
                    .filter(id -> CVE.matcher(id).matches())
                    .forEach(cves::add);
        }
        return cves;
    }

    private static boolean ofDistribution(Fields record) {
        List<Fields> affected = record.objects("affected");
        return !affected.isEmpty()
                && affected.stream().allMatch(entry -> {
                    Fields stated = entry.object("package");
                    String ecosystem = stated == null ? "" : stated.text("ecosystem", "");
                    return DISTRIBUTIONS.contains(ecosystem.split(":", 2)[0].toLowerCase(Locale.ROOT));
                });
    }
}
