package dev.sekisho.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sekisho.web.problem.JsonProblems;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/** Reads and validates a body whose type depends on a parameter, as strictly as any other. */
@ApplicationScoped
public class StrictBody {
    /** Only of what is no larger is everything told that is wrong: for that it is read several times. */
    static final int LARGEST = 100_000;

    private final ObjectMapper json;
    private final Validator validator;
    private final BodyChecks checks;

    StrictBody(ObjectMapper json, Validator validator, BodyChecks checks) {
        this.checks = checks;
        this.json = json;
        this.validator = validator;
    }

    public <T> T read(byte[] body, Class<T> type) {
        try {
            T value = json.readValue(body, type);
            if (value == null) {
                throw ProblemException.of(ProblemType.INVALID, "A body is needed.");
            }
            return validated(value);
        } catch (JsonProcessingException e) {
            throw everything(body, json.constructType(type), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads and validates what was parsed already. */
    public <T> T read(JsonNode body, Class<T> type) {
        try {
            return validated(json.treeToValue(body, type));
        } catch (JsonProcessingException e) {
            throw everything(body, json.constructType(type), e);
        }
    }

    /** Everything that is wrong with a body, of which one thing is known. */
    ProblemException everything(byte[] body, JavaType type, JsonProcessingException first) {
        if (!(first instanceof JsonMappingException) || body.length > LARGEST) {
            return JsonProblems.of(first);
        }
        try {
            return everything(json.readTree(body), type, first);
        } catch (IOException unreadable) {
            return JsonProblems.of(first);
        }
    }

    /**
     * Everything that is wrong with what was parsed already.
     *
     * @param body of no use afterwards
     */
    public ProblemException everything(JsonNode body, Class<?> type, JsonProcessingException first) {
        return body.toString().length() > LARGEST
                ? JsonProblems.of(first)
                : everything(body, json.constructType(type), first);
    }

    private ProblemException everything(JsonNode body, JavaType type, JsonProcessingException first) {
        return new BodyFaults(json, validator, checks, body).of(type, first);
    }

    public <T> T validated(T value) {
        Set<ConstraintViolation<T>> violations = validator.validate(value);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return value;
    }
}
