package dev.sekisho.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sekisho.web.problem.JsonProblems;
import dev.sekisho.web.problem.Problem;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is wrong with a body of which something cannot be read: what cannot be read is taken out and the rest is
 * read again, so many times at most, and what is then left is checked.
 */
final class BodyFaults {
    private static final int MOST = 50;

    private final ObjectMapper json;
    private final Validator validator;
    private final BodyChecks checks;
    private final JsonNode tree;
    private final List<Problem.FieldError> found = new ArrayList<>();

    /** For each list of which something was taken out, where what is left of it stood. */
    private final Map<String, List<Integer>> left = new HashMap<>();

    /** @param tree the body; of no use afterwards */
    BodyFaults(ObjectMapper json, Validator validator, BodyChecks checks, JsonNode tree) {
        this.checks = checks;
        this.json = json;
        this.validator = validator;
        this.tree = tree;
    }

    /** @param first why it could not be read */
    ProblemException of(JavaType type, JsonProcessingException first) {
        JsonProcessingException failure = first;
        while (failure instanceof JsonMappingException mapping && found.size() < MOST && takeOut(mapping)) {
            failure = read(type);
        }
        if (found.size() < 2) {
            return JsonProblems.of(first);
        }
        return ProblemException.of(ProblemType.INVALID, found);
    }

    private boolean takeOut(JsonMappingException failure) {
        List<Problem.FieldError> errors = JsonProblems.of(failure).errors();
        List<JsonMappingException.Reference> path = failure.getPath();
        if (errors.isEmpty() || path.isEmpty()) {
            return false;
        }
        JsonNode parent = tree;
        var steps = new ArrayList<String>();
        for (JsonMappingException.Reference step : path.subList(0, path.size() - 1)) {
            steps.add(original(steps, step));
            parent = child(parent, step);
        }
        JsonMappingException.Reference last = path.get(path.size() - 1);
        String place = pointer(steps) + "/" + escaped(original(steps, last));
        if (!remove(parent, last, pointer(steps))) {
            return false;
        }
        found.add(new Problem.FieldError(place, errors.get(0).detail()));
        return true;
    }

    private static JsonNode child(JsonNode parent, JsonMappingException.Reference step) {
        return step.getFieldName() == null ? parent.path(step.getIndex()) : parent.path(step.getFieldName());
    }

    private boolean remove(JsonNode parent, JsonMappingException.Reference step, String at) {
        if (parent instanceof ObjectNode object && step.getFieldName() != null) {
            return object.remove(step.getFieldName()) != null;
        }
        if (parent instanceof ArrayNode list && list.has(step.getIndex())) {
            left.computeIfAbsent(
                            at,
                            any -> IntStream.range(0, list.size())
                                    .boxed()
                                    .collect(Collectors.toCollection(ArrayList::new)))
                    .remove(step.getIndex());
            list.remove(step.getIndex());
            return true;
        }
        return false;
    }

    /** A step as it was before anything was taken out. */
    private String original(List<String> steps, JsonMappingException.Reference step) {
        return step.getFieldName() == null ? original(steps, step.getIndex()) : step.getFieldName();
    }

    private String original(List<String> steps, int index) {
        List<Integer> places = left.get(pointer(steps));
        return String.valueOf(places == null || index >= places.size() ? index : places.get(index));
    }

    private static String pointer(List<String> steps) {
        return steps.stream().map(step -> "/" + escaped(step)).collect(Collectors.joining());
    }

    private static String escaped(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }

    /** Reads what is left; once that can be read, it is checked like any other. */
    private @Nullable JsonProcessingException read(JavaType type) {
        try {
            Object value = json.treeToValue(tree, type);
            add(validator.validate(value).stream().map(JsonProblems::fault));
            add(checks.beyond(List.of(), value).stream());
            return null;
        } catch (JsonProcessingException next) {
            return next;
        }
    }

    private void add(Stream<Problem.FieldError> faults) {
        faults.map(fault -> new Problem.FieldError(original(String.valueOf(fault.pointer())), fault.detail()))
                .filter(fault -> found.stream().noneMatch(one -> BodyChecks.isBeside(one, fault)))
                .sorted(Comparator.comparing(fault -> String.valueOf(fault.pointer())))
                .toList()
                .forEach(found::add);
    }

    private String original(String pointer) {
        var steps = new ArrayList<String>();
        for (String step : pointer.substring(Math.min(1, pointer.length())).split("/")) {
            steps.add(step.matches("[0-9]{1,9}") ? original(steps, Integer.parseInt(step)) : step);
        }
        return pointer.isEmpty() ? "" : pointer(steps);
    }
}
