package dev.sekisho.change.seal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.arc.All;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Seals what is personal and opens it again, while its key is there. */
@ApplicationScoped
public class Seals {
    /** Stands for what was erased. */
    public static final String ERASED = "(erased)";

    private final ObjectMapper sealing = new ObjectMapper();
    private final ObjectMapper plain = new ObjectMapper();
    private final PersonKeys keys;

    Seals(@All List<ObjectMapperCustomizer> customizers, DataSource database) {
        for (ObjectMapperCustomizer customizer : customizers.stream().sorted().toList()) {
            customizer.customize(sealing);
            customizer.customize(plain);
        }
        var module = new SimpleModule("sealing");
        module.setSerializerModifier(new SealedProperty.Modifier(plain));
        sealing.registerModule(module);
        keys = new PersonKeys(database);
    }

    /** For one transaction. */
    public Sealer sealer() {
        return new Sealer(sealing, keys);
    }

    /** The keys that opened some values; the values of others are erased. */
    public final class Opened {
        private final Map<UUID, PersonKey> found;

        private Opened(Map<UUID, PersonKey> found) {
            this.found = found;
        }

        /** A text that was sealed as a whole. */
        public @Nullable String text(@Nullable String sealed) {
            if (sealed == null) {
                return null;
            }
            PersonKey key = found.get(PersonKey.keyOf(sealed));
            return key == null ? ERASED : key.open(sealed);
        }

        /** An object with everything in it opened. */
        public JsonNode object(JsonNode stored) {
            if (sealedIn(stored) != null) {
                return opened(String.valueOf(sealedIn(stored)));
            }
            if (stored instanceof ObjectNode object) {
                object.properties().forEach(property -> property.setValue(object(property.getValue())));
            } else if (stored instanceof ArrayNode array) {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, object(array.get(i)));
                }
            }
            return stored;
        }

        private JsonNode opened(String sealed) {
            PersonKey key = found.get(PersonKey.keyOf(sealed));
            try {
                return key == null ? TextNode.valueOf(ERASED) : plain.readTree(key.open(sealed));
            } catch (JsonProcessingException failure) {
                throw new IllegalStateException("a sealed value is no JSON", failure);
            }
        }
    }

    /** Looks for the keys of sealed texts and of all that is sealed in objects, in the transaction at hand. */
    public Opened open(Collection<String> texts, Collection<JsonNode> objects) {
        Set<UUID> wanted = new HashSet<>();
        texts.forEach(text -> add(text, wanted));
        objects.forEach(object -> collect(object, wanted));
        try {
            return new Opened(keys.stored(wanted));
        } catch (SQLException failure) {
            throw new IllegalStateException("the keys of persons cannot be read", failure);
        }
    }

    private static void collect(JsonNode object, Set<UUID> wanted) {
        String sealed = sealedIn(object);
        if (sealed != null) {
            add(sealed, wanted);
        } else {
            object.forEach(part -> collect(part, wanted));
        }
    }

    private static void add(String sealed, Set<UUID> wanted) {
        UUID key = PersonKey.keyOf(sealed);
        if (key != null) {
            wanted.add(key);
        }
    }

    private static @Nullable String sealedIn(JsonNode value) {
        JsonNode sealed = value.isObject() && value.size() == 1 ? value.get(SealedProperty.SEALED) : null;
        return sealed == null || !sealed.isTextual() || PersonKey.keyOf(sealed.textValue()) == null
                ? null
                : sealed.textValue();
    }

    /**
     * Throws away the keys of somebody, in the transaction at hand.
     *
     * @param knownBy the name, mail address or network address
     * @return how many keys there were
     */
    public int erase(String knownBy) {
        ByteBuffer person = ByteBuffer.wrap(PersonKey.person(knownBy));
        try {
            return keys.delete(person);
        } catch (SQLException failure) {
            throw new IllegalStateException("the keys of a person cannot be deleted", failure);
        }
    }

    /** Once they are deleted, nothing more is sealed with them. */
    public void forget(String knownBy) {
        keys.forget(ByteBuffer.wrap(PersonKey.person(knownBy)));
    }
}
