package dev.sekisho.change.seal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import java.util.List;

/** Writes a property that is marked personal as ciphertext: an object with the one property {@code sealed}. */
final class SealedProperty extends BeanPropertyWriter {
    static final String SEALED = "sealed";

    private static final long serialVersionUID = 1;

    private final transient ObjectMapper plain;

    private SealedProperty(BeanPropertyWriter property, ObjectMapper plain) {
        super(property);
        this.plain = plain;
    }

    /** Puts one in the place of every property that is marked. */
    static final class Modifier extends BeanSerializerModifier {
        private static final long serialVersionUID = 1;

        private final transient ObjectMapper plain;

        /** @param plain writes the values before they are sealed */
        Modifier(ObjectMapper plain) {
            this.plain = plain;
        }

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription described, List<BeanPropertyWriter> properties) {
            properties.replaceAll(property ->
                    property.getAnnotation(Personal.class) == null ? property : new SealedProperty(property, plain));
            return properties;
        }
    }

    @Override
    public void serializeAsField(Object bean, JsonGenerator out, SerializerProvider provider) throws Exception {
        JsonNode value = plain.valueToTree(get(bean));
        var sealer = (Sealer) provider.getAttribute(Sealer.class);
        if (value == null || value.isNull()) {
            super.serializeAsField(bean, out, provider);
        } else if (value.isArray()) {
            out.writeArrayFieldStart(getName());
            for (JsonNode one : value) {
                write(one, out, sealer);
            }
            out.writeEndArray();
        } else {
            out.writeFieldName(getName());
            write(value, out, sealer);
        }
    }

    private static void write(JsonNode value, JsonGenerator out, Sealer sealer) throws Exception {
        out.writeStartObject();
        out.writeStringField(SEALED, sealer.seal(knownBy(value), value.toString()));
        out.writeEndObject();
    }

    /** What somebody is known by: the text itself, a mail address, a name, or else all of it. */
    private static String knownBy(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        for (String property : List.of("email", "name")) {
            if (value.path(property).isTextual()) {
                return value.path(property).textValue();
            }
        }
        return value.toString();
    }
}
