package dev.sekisho.ruleset.panos;

import java.util.ArrayList;
import java.util.List;

/**
 * A word of a command, or several in brackets.
 *
 * @param list the word alone, or what stands in the brackets
 */
record PanWord(boolean isList, List<String> list) {

    static PanWord of(String text) {
        return new PanWord(false, List.of(text));
    }

    String text() {
        return list.isEmpty() ? "" : list.get(0);
    }

    /**
     * Takes brackets together.
     *
     * @param tokens words and brackets; quoted words come with a quote before them, so that none is a bracket
     */
    static List<PanWord> group(List<String> tokens) {
        var words = new ArrayList<PanWord>();
        List<String> open = null;
        for (var token : tokens) {
            if (token.equals("[")) {
                open = new ArrayList<>();
            } else if (token.equals("]") && open != null) {
                words.add(new PanWord(true, List.copyOf(open)));
                open = null;
            } else if (open != null) {
                open.add(unquoted(token));
            } else {
                words.add(of(unquoted(token)));
            }
        }
        if (open != null) {
            words.add(new PanWord(true, List.copyOf(open)));
        }
        return words;
    }

    private static String unquoted(String token) {
        return token.startsWith("\"") ? token.substring(1) : token;
    }
}
