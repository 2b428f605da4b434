package dev.sekisho.finding;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.sekisho.registry.field.JsonColumn;
import jakarta.persistence.Converter;
import java.util.SortedMap;

/** Facts by name in one column. */
@Converter
public class EvidenceColumn extends JsonColumn<SortedMap<String, String>> {
    public EvidenceColumn() {
        super(new TypeReference<>() {});
    }
}
