package dev.sekisho.ruleset.junos;

import java.util.ArrayList;
import java.util.List;

/**
 * A word of a statement, or several in brackets.
 *
 * @param list the word alone, or what stands in the brackets
 */
record JunosWord(boolean isList, List<String> list) {

    /** "" for empty brackets. */
    String text() {
        return list.isEmpty() ? "" : list.get(0);
    }

    static List<JunosWord> plain(List<String> words) {
        return words.stream().map(word -> new JunosWord(false, List.of(word))).toList();
    }

    /**
     * Takes brackets together.
     *
     * @param tokens words and brackets; quoted words come with a quote before them, so that none is a bracket
     */
    static List<JunosWord> group(List<String> tokens) {
        var words = new ArrayList<JunosWord>();
        List<String> open = null;
        for (var token : tokens) {
            if (token.equals("[") && open == null) {
                open = new ArrayList<>();
            } else if (token.equals("]") && open != null) {
                words.add(new JunosWord(true, List.copyOf(open)));
                open = null;
            } else if (open != null) {
                open.add(unquoted(token));
            } else {
                words.add(new JunosWord(false, List.of(unquoted(token))));
            }
        }
        if (open != null) {
            words.add(new JunosWord(true, List.copyOf(open)));
        }
        return words;
    }

    private static String unquoted(String token) {
        return token.startsWith("\"") ? token.substring(1) : token;
    }
}
