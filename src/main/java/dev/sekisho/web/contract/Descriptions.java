package dev.sekisho.web.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the contract says of types of the pure core, which carries no annotations. */
final class Descriptions {
    private static final String FILE = "/META-INF/descriptions.yaml";

    /** Beside the names of properties, what the schema as a whole is. */
    private static final String WHOLE = "is";

    private final Map<String, Map<String, String>> bySchema;

    Descriptions() {
        try (InputStream file = Descriptions.class.getResourceAsStream(FILE)) {
            bySchema = new Yaml(new SafeConstructor(new LoaderOptions())).load(Objects.requireNonNull(file, FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says what a schema says nothing of. */
    void describe(String name, Schema schema) {
        Map<String, String> words = bySchema.getOrDefault(name, Map.of());
        if (schema.getDescription() == null) {
            schema.description(words.get(WHOLE));
        }
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((property, described) -> {
                if (described.getDescription() == null) {
                    described.description(words.get(property));
                }
            });
        }
    }
}
