package dev.sekisho.software.verdict;

import dev.sekisho.registry.RegisteredEntity;
import dev.sekisho.registry.field.TextList;
import dev.sekisho.risk.estate.software.AnalystVerdict;
import dev.sekisho.risk.estate.software.AnalystWord;
import dev.sekisho.risk.estate.software.VexState;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "analyst_verdict")
class AnalystVerdictEntity extends RegisteredEntity {
    String advisory = "";

    @Nullable
    String product;

    @Nullable
    String installation;

    @Convert(converter = TextList.class)
    @Nullable
    List<String> versions;

    /** The versions it counts for: those that were said, or else those that were installed when it was given. */
    @Convert(converter = TextList.class)
    @Column(name = "covered_versions")
    List<String> coveredVersions = List.of();

    /** Keys of the vulnerabilities that went by the name when it was given. */
    @Convert(converter = TextList.class)
    @Column(name = "covered_vulnerabilities")
    List<String> coveredVulnerabilities = List.of();

    /** Of which versions sources proved the opposite then; absent where that was stated in general. */
    @Convert(converter = StoredProof.Column.class)
    @Column(name = "proven_versions")
    @Nullable
    List<StoredProof> proofs;

    /** What the product was known by then. */
    @Column(name = "covered_software")
    @Nullable
    String coveredSoftware;

    @Column(name = "vex_state")
    @Enumerated(EnumType.STRING)
    VexState state = VexState.UNDER_INVESTIGATION;

    @Enumerated(EnumType.STRING)
    @Nullable
    Justification justification;

    String reason = "";

    @Nullable
    String evidence;

    @Column(name = "overrides_proof")
    @Nullable
    Boolean overridesProof;

    /** What was said of that, or else whether a source proved the opposite when the word was given. */
    boolean overrides;

    @Nullable
    String author;

    @Column(name = "recorded_by")
    String recordedBy = "";

    @Column(name = "given_at")
    Instant givenAt = Instant.EPOCH;

    @Column(name = "valid_until")
    LocalDate until = LocalDate.EPOCH;

    boolean isNew() {
        return advisory.isEmpty();
    }

    AnalystVerdict fact() {
        return new AnalystVerdict(
                advisory,
                product,
                installation,
                new AnalystVerdict.Given(
                        coveredVersions,
                        Set.copyOf(coveredVulnerabilities),
                        proofs == null
                                ? null
                                : proofs.stream().map(StoredProof::fact).toList(),
                        coveredSoftware),
                new AnalystWord(
                        id,
                        state,
                        justification == null ? null : justification.name(),
                        reason,
                        overrides,
                        Objects.requireNonNullElse(author, recordedBy),
                        givenAt,
                        until));
    }
}
