package dev.sekisho.advisory;

import dev.sekisho.registry.Reference;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.software.Advisory;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The facts of vulnerabilities, made of the advisories about each, and the index of what they say about products. Used by
 * the assessing thread alone, within a transaction of its own.
 */
@Singleton
public class AdvisoryFacts {
    private final AdvisoryRepository rows;
    private final AdvisoryGroups groups;
    private final AdvisoryRegistry registry;
    private final Matching matching;

    /** Which vulnerability an advisory is about that is not one of its own. */
    private final Map<String, String> vulnerabilities = new HashMap<>();

    /** Vulnerabilities that more than the advisory of their name is or was about. */
    private final Set<String> joined = new HashSet<>();

    AdvisoryFacts(AdvisoryRepository rows, AdvisoryGroups groups, AdvisoryRegistry registry, Matching matching) {
        this.rows = rows;
        this.groups = groups;
        this.registry = registry;
        this.matching = matching;
    }

    /**
     * Reads every advisory anew.
     *
     * @param refersTo told what they refer to
     */
    public void all(Estate.Builder estate, Consumer<Reference> refersTo) {
        vulnerabilities.clear();
        joined.clear();
        rows.each(row -> take(row, estate, refersTo));
    }

    /** Reads those again that were written or deleted. */
    public void again(Collection<String> keys, Estate.Builder estate, Consumer<Reference> refersTo) {
        rows.each(keys, row -> take(row, estate, refersTo)).forEach(key -> retract(key, estate));
    }

    private void take(AdvisoryEntity row, Estate.Builder estate, Consumer<Reference> refersTo) {
        take(row, estate);
        registry.references(registry.view(row)).forEach(refersTo);
    }

    private void take(AdvisoryEntity row, Estate.Builder estate) {
        // One that stood alone was its own vulnerability, and is not noted.
        String before = vulnerabilities.getOrDefault(row.id, row.id);
        if (!before.equals(row.vulnerability)) {
            vulnerabilities.remove(row.id);
            regroup(before, estate);
        }
        // A writer may not have seen what another was about to commit; then the mark is missing and the name is not.
        boolean alone = !row.shared && row.id.equals(row.vulnerability) && !joined.contains(row.id);
        if (alone) {
            vulnerabilities.remove(row.id);
            put(row.id, List.of(row), row, estate);
        } else {
            vulnerabilities.put(row.id, row.vulnerability);
            joined.add(row.vulnerability);
            regroup(row.vulnerability, estate);
        }
    }

    private void retract(String key, Estate.Builder estate) {
        String vulnerability = vulnerabilities.remove(key);
        regroup(vulnerability == null ? key : vulnerability, estate);
    }

    private void regroup(String vulnerability, Estate.Builder estate) {
        List<AdvisoryEntity> about = groups.about(vulnerability);
        if (about.isEmpty()) {
            estate.removeAdvisory(vulnerability);
            matching.remove(vulnerability);
        } else {
            put(vulnerability, about, about.size() == 1 ? about.get(0) : whole(vulnerability, about), estate);
        }
    }

    private void put(String key, List<AdvisoryEntity> about, AdvisoryEntity shown, Estate.Builder estate) {
        estate.add(new Advisory(
                key,
                shown.name,
                shown.cve,
                shown.published == null ? shown.cve != null : shown.published,
                shown.hazard(),
                about.stream()
                        .map(AdvisoryEntity::knowableOn)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                about.stream().map(row -> row.id).collect(Collectors.toSet())));
        matching.put(key, about, shown.fix, shown.withdrawnOn != null);
    }

    /** Everything that is said of a vulnerability, as one advisory would show it. */
    private static AdvisoryEntity whole(String vulnerability, List<AdvisoryEntity> about) {
        var whole = new AdvisoryEntity();
        whole.id = vulnerability;
        whole.cve = AdvisoryLookup.isCve(vulnerability) ? vulnerability : null;
        List<AdvisoryView> own =
                about.stream().map(row -> row.own).filter(Objects::nonNull).toList();
        List<Statements> said =
                about.stream().map(AdvisoryEntity::statementsOrNone).toList();
        Double score = about.stream()
                .map(row -> row.epss)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        new AdvisoryMerge(own, said).layInto(whole, score);
        return whole;
    }
}
