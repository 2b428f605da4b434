package dev.sekisho.registry.field;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** A list of texts in one column. */
@Converter
@Immutable
public class TextList extends JsonColumn<List<String>> {
    public TextList() {
        super(new TypeReference<>() {});
    }
}
