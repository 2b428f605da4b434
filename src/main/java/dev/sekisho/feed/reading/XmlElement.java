package dev.sekisho.feed.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One element of an XML document with all that is in it. Names are those without a prefix: which prefix stands for a
 * namespace is its author's choice.
 *
 * @param text what stands in it beside other elements, without blanks at its ends
 */
public record XmlElement(String name, Map<String, String> attributes, List<XmlElement> children, String text) {

    public XmlElement {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
        text = text.strip();
    }

    /** Every element below it that is reached by these names, one below the other. */
    public Stream<XmlElement> all(String... path) {
        Stream<XmlElement> found = Stream.of(this);
        for (String name : path) {
            found = found.flatMap(one -> one.children.stream()).filter(one -> one.name.equals(name));
        }
        return found;
    }

    /** The text of the first such element that has some; null where none has. */
    public @Nullable String text(String... path) {
        return all(path)
                .map(XmlElement::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** Null where it is not stated, or empty. */
    public @Nullable String attribute(String name) {
        String value = attributes.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The same for {@link KnownFields}: attributes with {@code @} in front, elements as lists. */
    public JsonNode fields() {
        if (attributes.isEmpty() && children.isEmpty()) {
            return TextNode.valueOf(text);
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        attributes.forEach((attribute, value) -> fields.put("@" + attribute, value));
        for (XmlElement child : children) {
            ArrayNode same = fields.get(child.name) instanceof ArrayNode list ? list : fields.putArray(child.name);
            same.add(child.fields());
        }
        return fields;
    }
}
