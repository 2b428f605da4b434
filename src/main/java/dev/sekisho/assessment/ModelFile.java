package dev.sekisho.assessment;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sekisho.risk.score.Model;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;

/** Reads the model of weights in force. */
@ApplicationScoped
class ModelFile {
    /** The one version of the first risk model there was. */
    private static final String REMOVED = "2026-11";

    /** Not in the file of the model: it changes with what publishers advise, and no score with it. */
    private static final String GUIDANCE = "/guidance/forensic-triage.json";

    private final ModelView shown;
    private final Model model;

    ModelFile(AssessmentConfig config, ObjectMapper json) {
        shown = read(resource(config.model()), ModelView.class, json)
                .advising(read(GUIDANCE, ModelView.TriageGuidance.class, json));
        model = shown.model();
    }

    private static <T> T read(String resource, Class<T> type, ObjectMapper json) {
        try (InputStream in = ModelFile.class.getResourceAsStream(resource)) {
            return json.readValue(Objects.requireNonNull(in, "there is no " + resource), type);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }

    /** Before the database is touched: nothing shall be computed anew under weights nobody meant. */
    static void checkVersion(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE - 1) StartupEvent start, AssessmentConfig config) {
        refusal(config.model()).ifPresent(sentence -> {
            throw new ConfigurationException(sentence);
        });
    }

    /** Why the service does not start under this version. */
    static Optional<String> refusal(String version) {
        String instead = " Leave the setting out, or set " + AssessmentConfig.MODEL + ".";
        if (version.equals(REMOVED)) {
            return Optional.of(
                    "SEKISHO_ASSESSMENT_MODEL is 2026-11, but version 1 of the risk model is removed." + instead);
        }
        return ModelFile.class.getResource(resource(version)) == null
                ? Optional.of("SEKISHO_ASSESSMENT_MODEL is " + version
                        + ", but there is no such version of the risk model." + instead)
                : Optional.empty();
    }

    private static String resource(String version) {
        return "/model/" + version + ".json";
    }

    ModelView shown() {
        return shown;
    }

    Model model() {
        return model;
    }
}
