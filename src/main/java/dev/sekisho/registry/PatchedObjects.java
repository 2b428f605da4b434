package dev.sekisho.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sekisho.web.json.MergePatch;
import dev.sekisho.web.problem.JsonProblems;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Set;

/** What an object becomes by a merge patch; it has to be as valid as one sent whole. */
@ApplicationScoped
class PatchedObjects {
    private final ObjectMapper json;
    private final Validator validator;

    PatchedObjects(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    <V extends Registered> V of(V current, Class<V> type, String key, JsonNode patch) {
        if (!patch.isObject()) {
            throw ProblemException.of(ProblemType.INVALID, "A merge patch of an object is a JSON object.");
        }
        try {
            V said = json.treeToValue(MergePatch.apply(json.valueToTree(current), patch), type);
            if (!key.equals(said.key())) {
                throw ProblemException.at(ProblemType.IMPOSSIBLE, "/key", "A key never changes.");
            }
            Set<ConstraintViolation<V>> violations = validator.validate(said);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
            return said;
        } catch (JsonProcessingException e) {
            throw JsonProblems.of(e);
        }
    }
}
