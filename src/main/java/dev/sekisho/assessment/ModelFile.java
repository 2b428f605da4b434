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
    private final ModelView shown;
    private final Model model;

    ModelFile(AssessmentConfig config, ObjectMapper json) {
        String resource = "/model/" + config.model() + ".json";
        try (InputStream in = ModelFile.class.getResourceAsStream(resource)) {
            shown = json.readValue(Objects.requireNonNull(in, "there is no model " + resource), ModelView.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the model " + resource + " cannot be read", e);
        }
        model = shown.model();
    }

    ModelView shown() {
        return shown;
    }

    Model model() {
        return model;
    }
}
