package dev.sekisho.web;

import dev.sekisho.web.problem.Problem;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** All that can be told of a body whose form is wrong. */
@Singleton
class BodyChecks {
    private final List<BodyCheck> checks;

    BodyChecks(@All List<BodyCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    /** What else is wrong, apart from the places that are known to be. */
    List<Problem.FieldError> beyond(List<Problem.FieldError> known, Object body) {
        var found = new ArrayList<Problem.FieldError>();
        for (BodyCheck check : checks) {
            check.faults(body).stream()
                    .filter(fault -> known.stream().noneMatch(one -> isBeside(one, fault)))
                    .forEach(found::add);
        }
        return found;
    }

    /** Whether one of two places is, or is within, the other. */
    static boolean isBeside(Problem.FieldError one, Problem.FieldError other) {
        String first = one.pointer() + "/";
        String second = other.pointer() + "/";
        return first.startsWith(second) || second.startsWith(first);
    }
}
