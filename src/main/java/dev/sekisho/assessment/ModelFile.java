package dev.sekisho.assessment;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sekisho.risk.score.Model;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Reads the model of weights in force. */
@ApplicationScoped
class ModelFile {
    private final Model model;

    ModelFile(AssessmentConfig config, ObjectMapper json) {
        String resource = "/model/" + config.model() + ".json";
        try (InputStream in = ModelFile.class.getResourceAsStream(resource)) {
            model = json.readValue(Objects.requireNonNull(in, "there is no model " + resource), Model.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the model " + resource + " cannot be read", e);
        }
    }

    Model model() {
        return model;
    }
}
