package dev.sekisho.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sekisho.web.StrictBody;
import dev.sekisho.web.json.MergePatch;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;

/** What an object becomes by a merge patch; it has to be as valid as one sent whole. */
@ApplicationScoped
class PatchedObjects {
    private final ObjectMapper json;
    private final StrictBody strict;

    PatchedObjects(ObjectMapper json, StrictBody strict) {
        this.json = json;
        this.strict = strict;
    }

    <V extends Registered> V of(V current, Class<V> type, String key, JsonNode patch) {
        if (!patch.isObject()) {
            throw ProblemException.of(ProblemType.INVALID, "A merge patch of an object is a JSON object.");
        }
        V said = strict.read(MergePatch.apply(json.valueToTree(current), patch), type);
        if (!key.equals(said.key())) {
            throw ProblemException.at(ProblemType.IMPOSSIBLE, "/key", "A key never changes.");
        }
        return said;
    }
}
