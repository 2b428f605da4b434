package dev.sekisho.software.verdict;

import static dev.sekisho.collection.CollectionName.ADVISORIES;
import static dev.sekisho.collection.CollectionName.ANALYST_VERDICTS;
import static dev.sekisho.collection.CollectionName.INSTALLATIONS;
import static dev.sekisho.collection.CollectionName.SOFTWARE_PRODUCTS;
import static java.util.Objects.requireNonNullElse;

import dev.sekisho.advisory.AdvisoryRegistry;
import dev.sekisho.collection.CollectionName;
import dev.sekisho.matching.opinion.CoveredVersions;
import dev.sekisho.registry.FactRegistry;
import dev.sekisho.registry.Reference;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.software.VexState;
import dev.sekisho.web.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Singleton
class AnalystVerdictRegistry extends FactRegistry<AnalystVerdictEntity, AnalystVerdictView> {
    private static final int LONGEST_DAYS = 365;

    private final AnalystVerdictRepository verdicts;
    private final AdvisoryRegistry advisories;
    private final Proof proof;
    private final Recorder recorder;
    private final Clock clock;

    AnalystVerdictRegistry(
            AnalystVerdictRepository rows, AdvisoryRegistry advisories, Proof proof, Recorder recorder, Clock clock) {
        super(ANALYST_VERDICTS, AnalystVerdictView.class, rows);
        this.verdicts = rows;
        this.advisories = advisories;
        this.proof = proof;
        this.recorder = recorder;
        this.clock = clock;
    }

    @Override
    protected AnalystVerdictEntity blank() {
        return new AnalystVerdictEntity();
    }

    @Override
    public AnalystVerdictView view(AnalystVerdictEntity row) {
        return AnalystVerdictView.of(row);
    }

    @Override
    protected Set<String> computed() {
        return Set.of("recordedBy", "givenAt", "covers", "coversVulnerabilities", "overrides");
    }

    /**
     * What it counts for, and whether against a proof, is settled when it is first given: else whoever repeats it every
     * night, or only prolongs it, would say it of versions and flaws and against proofs nobody looked at. Who takes back
     * what was stated of these leaves them as they are.
     */
    @Override
    protected void write(AnalystVerdictView said, AnalystVerdictEntity into) {
        boolean another = isAnother(said, into);
        boolean saysElse = another || saysElse(said, into);
        boolean saysOtherVersions = said.versions() != null && !said.versions().equals(into.versions);
        if (said.versions() != null) {
            into.coveredVersions = said.versions();
        } else if (another) {
            into.coveredVersions = verdicts.installed(said.installation(), said.product());
        }
        if (said.overridesProof() != null) {
            into.overrides = said.overridesProof();
            into.proofs = null;
        } else if (another || saysOtherVersions) {
            into.proofs = proof.against(said, into.coveredVersions);
            into.overrides = !into.proofs.isEmpty();
        }
        if (another) {
            into.coveredVulnerabilities = List.copyOf(advisories.vulnerabilitiesNamed(said.advisory()));
            into.coveredSoftware = verdicts.software(said.installation(), said.product());
        }
        into.advisory = said.advisory();
        into.product = said.product();
        into.installation = said.installation();
        into.versions = said.versions();
        into.state = said.state();
        into.justification = said.justification();
        into.reason = said.reason();
        into.evidence = said.evidence();
        into.until = said.until();
        into.overridesProof = said.overridesProof();
        into.author = said.author();
        if (saysElse) {
            into.recordedBy = recorder.name();
            into.givenAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** Another name or key of the same word is not said anew. */
    private static boolean saysElse(AnalystVerdictView said, AnalystVerdictEntity stored) {
        return said.justification() != stored.justification
                || !said.reason().equals(stored.reason)
                || !said.until().equals(stored.until)
                || !Objects.equals(said.evidence(), stored.evidence)
                || !Objects.equals(said.versions(), stored.versions)
                || !Objects.equals(said.overridesProof(), stored.overridesProof)
                || !Objects.equals(said.author(), stored.author);
    }

    private static boolean isAnother(AnalystVerdictView said, AnalystVerdictEntity stored) {
        return stored.isNew()
                || said.state() != stored.state
                || !said.advisory().equals(stored.advisory)
                || !Objects.equals(said.product(), stored.product)
                || !Objects.equals(said.installation(), stored.installation);
    }

    /** A vulnerability goes by more names than keys of advisories; what goes by none has to be registered first. */
    @Override
    public List<Reference> references(AnalystVerdictView said) {
        return Reference.present(
                Reference.to("/installation", INSTALLATIONS, said.installation()),
                Reference.to("/product", SOFTWARE_PRODUCTS, said.product()),
                said.advisory() == null || advisories.isNamed(said.advisory())
                        ? null
                        : Reference.to("/advisory", ADVISORIES, said.advisory()));
    }

    @Override
    public Map<String, CollectionName> referring() {
        return Map.of("installation", INSTALLATIONS, "product", SOFTWARE_PRODUCTS, "advisory", ADVISORIES);
    }

    @Override
    public List<Problem.FieldError> impossible(AnalystVerdictView said, @Nullable AnalystVerdictEntity stored) {
        var errors = new ArrayList<Problem.FieldError>();
        if ((said.installation() == null) == (said.product() == null)) {
            errors.add(new Problem.FieldError("/installation", "or product has to be named, exactly one of them"));
        }
        boolean clear = said.state() == VexState.NOT_AFFECTED;
        if (clear && said.justification() == null) {
            errors.add(new Problem.FieldError("/justification", "is needed with NOT_AFFECTED"));
        } else if (!clear && said.justification() != null) {
            errors.add(new Problem.FieldError("/justification", "goes with NOT_AFFECTED alone"));
        }
        if (stored == null || !said.until().equals(stored.until)) {
            LocalDate today = LocalDate.now(clock);
            if (said.until().isBefore(today)) {
                errors.add(new Problem.FieldError("/until", "has passed"));
            } else if (said.until().isAfter(today.plusDays(LONGEST_DAYS))) {
                errors.add(new Problem.FieldError("/until", "may be at most " + LONGEST_DAYS + " days from today"));
            }
        }
        List<String> versions = requireNonNullElse(said.versions(), List.of());
        for (int i = 0; i < versions.size(); i++) {
            if (!CoveredVersions.isReadable(versions.get(i))) {
                errors.add(new Problem.FieldError(
                        "/versions/" + i, "is a range that cannot be read, or holds no version"));
            }
        }
        if (said.versions() == null
                && said.product() != null
                && (stored == null || isAnother(said, stored))
                && verdicts.installations(said.product()) == 0) {
            errors.add(new Problem.FieldError("/versions", "are needed: nothing of the product is installed"));
        }
        return errors;
    }

    @Override
    public void project(AnalystVerdictEntity row, Estate.Builder estate) {
        estate.add(row.fact());
    }

    @Override
    public void retract(String key, Estate.Builder estate) {
        estate.removeAnalystVerdict(key);
    }
}
