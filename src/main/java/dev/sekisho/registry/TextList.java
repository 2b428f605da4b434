package dev.sekisho.registry;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.List;

/** A list of texts in one column. */
@Converter
public class TextList extends JsonColumn<List<String>> {
    public TextList() {
        super(new TypeReference<>() {});
    }
}
