package dev.sekisho.advisory;

import static dev.sekisho.collection.CollectionName.ADVISORIES;
import static dev.sekisho.collection.CollectionName.SOFTWARE_PRODUCTS;

import dev.sekisho.advisory.view.AffectedView;
import dev.sekisho.collection.CollectionName;
import dev.sekisho.matching.product.Identifiers;
import dev.sekisho.registry.Reference;
import dev.sekisho.registry.Registry;
import dev.sekisho.web.problem.Problem;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

@Singleton
public class AdvisoryRegistry extends Registry<AdvisoryEntity, AdvisoryView> {
    private final AdvisoryRepository rows;
    private final AliasRows aliases;
    private final AdvisoryGroups groups;
    private final Clock clock;

    AdvisoryRegistry(AdvisoryRepository rows, AliasRows aliases, AdvisoryGroups groups, Clock clock) {
        super(ADVISORIES, AdvisoryView.class, rows);
        this.rows = rows;
        this.aliases = aliases;
        this.groups = groups;
        this.clock = clock;
    }

    /**
     * What persons wrote.
     *
     * @param latest when the last of it was written
     */
    public record Own(int count, Instant latest) {}

    /** How much persons wrote; empty where nobody wrote anything. */
    public Optional<Own> own() {
        return rows.own();
    }

    /** Whether a vulnerability goes by a name: a key of ours, a CVE id or what others call it, in any case of letters. */
    public boolean isNamed(String name) {
        return !vulnerabilitiesNamed(name).isEmpty();
    }

    /**
     * The vulnerabilities that go by such a name.
     *
     * @return their keys: the CVE id, or the key of the only advisory that speaks of one
     */
    public SortedSet<String> vulnerabilitiesNamed(String name) {
        String folded = AdvisoryLookup.fold(name);
        return rows.vulnerabilities(folded, aliases.advisoriesNamed(List.of(folded)));
    }

    /** CVE ids among which is what may have been meant by one that no advisory is about. */
    public Set<String> cvesBeside(String cve) {
        return rows.cvesBeside(cve);
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
    protected boolean isSaid(AdvisoryEntity row) {
        return row.own != null;
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
                .filter(i -> affected.get(i) != null)
                .mapToObj(i -> Reference.to(
                        "/affected/" + i + "/product",
                        SOFTWARE_PRODUCTS,
                        affected.get(i).product()))
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public Map<String, CollectionName> referring() {
        return Map.of("affected", SOFTWARE_PRODUCTS);
    }

    @Override
    public List<Problem.FieldError> impossible(AdvisoryView said, @Nullable AdvisoryEntity stored) {
        var errors = new ArrayList<Problem.FieldError>();
        if (!said.saysSomething() && (stored == null || stored.isOwnOnly())) {
            errors.add(new Problem.FieldError(
                    "",
                    "says of no vulnerability which one it is: give one of name, cve, aliases, description, affected"));
        }
        List<AffectedView> affected = said.affectedOrNone();
        for (int i = 0; i < affected.size(); i++) {
            String at = "/affected/" + i;
            AffectedView one = affected.get(i);
            if (!one.namesSomething()) {
                errors.add(new Problem.FieldError(at, "names no product"));
            }
            errors.addAll(Problem.FieldError.below(at, Identifiers.faultsOfProduct(one.purl(), one.cpe())));
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
}
