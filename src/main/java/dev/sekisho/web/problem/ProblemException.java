package dev.sekisho.web.problem;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Ends a request with a problem the caller can act on. */
public final class ProblemException extends RuntimeException {
    private final transient ProblemType type;
    private final transient List<Problem.FieldError> errors;
    private final transient Map<String, String> headers;

    private ProblemException(
            ProblemType type, String detail, List<Problem.FieldError> errors, Map<String, String> headers) {
        super(detail, null, false, false);
        this.type = type;
        this.errors = List.copyOf(errors);
        this.headers = Map.copyOf(headers);
    }

    public static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(type, detail, List.of(), Map.of());
    }

    public static ProblemException of(ProblemType type, String detail, List<Problem.FieldError> errors) {
        return new ProblemException(type, detail, errors, Map.of());
    }

    /** @param errors at least one; the first is told in the detail */
    public static ProblemException of(ProblemType type, List<Problem.FieldError> errors) {
        Problem.FieldError first = errors.get(0);
        return of(
                type,
                JsonProblems.named(String.valueOf(first.pointer())) + " " + first.detail()
                        + (errors.size() == 1 ? "." : "; " + others(errors.size() - 1)),
                errors);
    }

    private static String others(int count) {
        return count == 1 ? "1 more stands in errors." : count + " more stand in errors.";
    }

    public static ProblemException at(ProblemType type, String pointer, String detail) {
        return new ProblemException(type, detail, List.of(new Problem.FieldError(pointer, detail)), Map.of());
    }

    /** @param known keys among which is what may have been meant */
    public static ProblemException notFound(String what, String key, Collection<String> known) {
        return of(ProblemType.NOT_FOUND, "There is no " + what + " with the key " + key + Near.words(key, known) + ".");
    }

    /** For what is named by keys that nobody remembers. */
    public static ProblemException notFound(String what, String key) {
        return notFound(what, key, List.of());
    }

    public ProblemException with(String header, String value) {
        return new ProblemException(type, detail(), errors, Map.of(header, value));
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return requireNonNull(getMessage());
    }

    public List<Problem.FieldError> errors() {
        return errors;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
