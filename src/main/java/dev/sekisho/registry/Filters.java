package dev.sekisho.registry;

import dev.sekisho.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What is said of the filters of a list. */
final class Filters {
    private static final int LONGEST = 300;
    private static final int SHOWN = 100;

    private Filters() {}

    /** No name is as long as what is refused here; a database would be asked for nothing. */
    static Problem.@Nullable FieldError fault(String name, String value) {
        return value.length() > LONGEST
                ? new Problem.FieldError(name, name + " is longer than " + LONGEST + " characters.")
                : null;
    }

    /** A value as it is repeated to whoever sent it. */
    static String shown(String value) {
        return value.length() > SHOWN ? value.substring(0, SHOWN) + "..." : value;
    }
}
