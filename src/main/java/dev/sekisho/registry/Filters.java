package dev.sekisho.registry;

import dev.sekisho.web.list.ListQuery;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;

/** What is said of the filters of a list. */
final class Filters {
    private static final int LONGEST = 300;

    private Filters() {}

    /** No name is as long as what is refused here; a database would be asked for nothing. */
    static void check(ListQuery query) {
        query.filters().forEach((name, value) -> {
            if (value instanceof String text && text.length() > LONGEST) {
                throw ProblemException.at(
                        ProblemType.INVALID, name, name + " is longer than " + LONGEST + " characters.");
            }
        });
    }

    /** One object of a collection, in words: third-parties, third party. */
    static String singular(String collection) {
        String words = collection.replace('-', ' ');
        return words.endsWith("ies")
                ? words.substring(0, words.length() - 3) + "y"
                : words.substring(0, words.length() - 1);
    }
}
