package dev.sekisho.risk.score;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sekisho.assessment.ModelView;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The model that ships, as tests load it. */
public final class Models {
    public static final Model CURRENT = load("/model/2026-12.json");

    /** Other weights. */
    public static final Model HEAVIER = new Model(
            "heavier",
            new Model.OfWay(new Model.Terms(20, 15, 8, .3, .1, .1), CURRENT.standing(), CURRENT.floors()),
            CURRENT.evidence(),
            CURRENT.exposure(),
            CURRENT.vulnerability(),
            CURRENT.deadlines(),
            CURRENT.assurance());

    private Models() {}

    private static Model load(String resource) {
        try (InputStream in = Models.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readValue(in, ModelView.class).model();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
