package dev.sekisho.advisory;

import dev.sekisho.matching.product.Identifiers;
import dev.sekisho.registry.Reference;
import dev.sekisho.registry.Registry;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.software.Advisory;
import dev.sekisho.risk.estate.software.Impact;
import dev.sekisho.web.problem.Problem;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

@Singleton
public class AdvisoryRegistry extends Registry<AdvisoryEntity, AdvisoryView> {
    private final Matching matching;
    private final AdvisoryGroups groups;
    private final Clock clock;

    /** Which vulnerability an advisory is about that is not one of its own; used by the assessing thread alone. */
    private final Map<String, String> vulnerabilities = new HashMap<>();

    /** Vulnerabilities that more than the advisory of their name is or was about. */
    private final Set<String> joined = new HashSet<>();

    AdvisoryRegistry(AdvisoryRepository rows, Matching matching, AdvisoryGroups groups, Clock clock) {
        super("advisories", AdvisoryView.class, rows);
        this.matching = matching;
        this.groups = groups;
        this.clock = clock;
    }

    @Override
    protected AdvisoryEntity blank() {
        var row = new AdvisoryEntity();
        row.recordedOn = LocalDate.now(clock);
        return row;
    }

    @Override
    public AdvisoryView view(AdvisoryEntity row) {
        return AdvisoryView.of(row);
    }

    /** What persons wrote; what feeds say is shown and never theirs. */
    @Override
    public AdvisoryView said(AdvisoryEntity row) {
        return row.own == null ? AdvisoryView.named(row.id, row.id) : row.own;
    }

    @Override
    protected void write(AdvisoryView said, AdvisoryEntity into) {
        into.own = said.under(into.id, into.name);
        into.ownAt = into.updatedAt;
    }

    @Override
    public List<Reference> references(AdvisoryView said) {
        List<AffectedView> affected = said.affectedOrNone();
        return IntStream.range(0, affected.size())
                .mapToObj(i -> Reference.to(
                        "/affected/" + i + "/product",
                        "software-products",
                        affected.get(i).product()))
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public Map<String, String> referring() {
        return Map.of("affected", "software-products");
    }

    @Override
    public List<Problem.FieldError> impossible(AdvisoryView said, @Nullable AdvisoryEntity stored) {
        var errors = new ArrayList<Problem.FieldError>();
        List<AffectedView> affected = said.affectedOrNone();
        for (int i = 0; i < affected.size(); i++) {
            String at = "/affected/" + i;
            AffectedView one = affected.get(i);
            if (!one.namesSomething()) {
                errors.add(new Problem.FieldError(at, "names no product"));
            }
            errors.addAll(Problem.FieldError.below(at, Identifiers.faults(one.purl(), one.cpe())));
            if (!one.versionsOrNone().stream().allMatch(AffectedView.VersionsView::saysSomething)) {
                errors.add(new Problem.FieldError(at + "/versions", "holds a range without any bound"));
            }
        }
        return errors;
    }

    @Override
    protected void written(AdvisoryEntity row, boolean created) {
        groups.settle(row);
    }

    /** Only what persons wrote can be deleted; what feeds say stays, under the same key or under the CVE's. */
    @Override
    protected boolean staysWhenDeleted(AdvisoryEntity row) {
        if (row.isOwnOnly()) {
            groups.leave(row);
            return false;
        }
        if (row.own == null) {
            throw ProblemException.of(
                    ProblemType.CONFLICT, "Feeds speak of " + row.id + ", and nothing of it was written here.");
        }
        row.own = null;
        row.ownAt = null;
        groups.settle(row);
        return true;
    }

    /** The fact is that of the vulnerability, of which several advisories may speak. */
    @Override
    public void project(AdvisoryEntity row, Estate.Builder estate) {
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

    @Override
    public void retract(String key, Estate.Builder estate) {
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
                shown.cvss,
                shown.epss,
                Boolean.TRUE.equals(shown.publicExploit),
                shown.exploited == null ? null : shown.exploited.fact(),
                shown.automatable,
                Objects.requireNonNullElse(shown.impact, Impact.UNKNOWN),
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
        whole.cve = Roll.isCve(vulnerability) ? vulnerability : null;
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
