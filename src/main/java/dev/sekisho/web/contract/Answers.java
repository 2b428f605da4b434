package dev.sekisho.web.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Operation;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What the demonstration estate answers to the examples of requests, by operationId: lists cut to their first entry, but for
 * the lines of a score, which make sense together only.
 */
final class Answers {
    private static final String FILE = "/META-INF/answers.json";

    private final Map<String, Object> byOperation;

    Answers() {
        try (InputStream file = Answers.class.getResourceAsStream(FILE)) {
            byOperation = new Yaml(new SafeConstructor(new LoaderOptions())).load(Objects.requireNonNull(file, FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void attach(Operation operation) {
        Object example = byOperation.get(operation.getOperationId());
        if (example != null) {
            Stream.of("200", "201")
                    .map(operation.getResponses()::getAPIResponse)
                    .filter(answer -> answer != null && answer.getContent() != null)
                    .map(answer -> answer.getContent().getMediaType("application/json"))
                    .filter(json -> json != null && json.getExample() == null)
                    .forEach(json -> json.examples(null).example(example));
        }
    }
}
