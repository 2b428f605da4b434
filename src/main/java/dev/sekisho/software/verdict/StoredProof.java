package dev.sekisho.software.verdict;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.sekisho.registry.field.JsonColumn;
import dev.sekisho.risk.estate.software.AnalystVerdict;
import jakarta.persistence.Converter;
import java.util.List;
import org.hibernate.annotations.Immutable;

/**
 * That a version is affected, as a source said when somebody said otherwise.
 *
 * @param by name of the source with its record; empty where it was stored before that was kept, and then it is any
 */
record StoredProof(String version, String by) {
    @JsonCreator
    StoredProof {}

    /** As it was stored before. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static StoredProof ofVersion(String version) {
        return new StoredProof(version, "");
    }

    AnalystVerdict.Proof fact() {
        return new AnalystVerdict.Proof(version, by);
    }

    /** Keeps them in one column. */
    @Converter
    @Immutable
    static class Column extends JsonColumn<List<StoredProof>> {
        Column() {
            super(new TypeReference<>() {});
        }
    }
}
