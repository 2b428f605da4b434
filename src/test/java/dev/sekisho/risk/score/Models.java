package dev.sekisho.risk.score;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The model that ships, as tests load it. */
public final class Models {
    public static final Model CURRENT = load("/model/2026-11.json");

    private Models() {}

    private static Model load(String resource) {
        try (InputStream in = Models.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readValue(in, Model.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
