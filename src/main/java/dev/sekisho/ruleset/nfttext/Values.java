package dev.sekisho.ruleset.nfttext;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Constants, ranges, sets, concatenations and the elements of sets and maps. */
final class Values {

    private static final Pattern NUMBERS = Pattern.compile("([0-9]+)-([0-9]+)");
    private static final Pattern ADDRESSES =
            Pattern.compile("([0-9]+(?:\\.[0-9]+){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)-([0-9.]+|[0-9a-fA-F:.]+)");
    private static final Set<String> PLAIN_VERDICTS = Set.of("accept", "drop", "return", "continue", "queue");

    private final Tokens tokens;

    Values(Tokens tokens) {
        this.tokens = tokens;
    }

    /** A value of a match: one, several with commas or bars between them, a set, a named set. */
    String value() {
        var first = concatenated();
        if (tokens.is(",")) {
            return Json.list(more(first, ","));
        }
        return tokens.is("|") ? Json.object("|", Json.list(more(first, "|"))) : first;
    }

    private List<String> more(String first, String separator) {
        var all = new ArrayList<>(List.of(first));
        while (tokens.accept(separator)) {
            skipBreaks();
            all.add(concatenated());
        }
        return all;
    }

    private String concatenated() {
        var parts = new ArrayList<>(List.of(one()));
        while (tokens.accept(".")) {
            parts.add(one());
        }
        return parts.size() == 1 ? parts.get(0) : Json.object("concat", Json.list(parts));
    }

    private String one() {
        if (tokens.is("{")) {
            return Json.object("set", Json.list(elements()));
        }
        if (tokens.accept("(")) {
            var inner = value();
            if (!tokens.accept(")")) {
                throw tokens.cut("')' is expected");
            }
            return inner.startsWith("{\"|\": ") ? inner.substring(6, inner.length() - 1) : inner;
        }
        if (tokens.isStop() || tokens.is(",")) {
            throw tokens.cut("a value is missing");
        }
        var quoted = tokens.isQuoted();
        var word = tokens.next();
        if (tokens.accept("-")) {
            return range(word, tokens.next());
        }
        return quoted ? Json.text(word) : bare(word);
    }

    private static String bare(String word) {
        for (var pattern : List.of(NUMBERS, ADDRESSES)) {
            var found = pattern.matcher(word);
            if (found.matches()) {
                return range(found.group(1), found.group(2));
            }
        }
        return Json.text(word);
    }

    private static String range(String first, String last) {
        return Json.object("range", Json.texts(List.of(first, last)));
    }

    /** "{ 22, 80 : accept, 10.0.0.1 timeout 1h }". */
    List<String> elements() {
        tokens.require("{");
        var elements = new ArrayList<String>();
        skipBreaks();
        while (!tokens.accept("}")) {
            if (tokens.isEnd()) {
                throw tokens.cut("the listing ends inside a set");
            }
            elements.add(element());
            skipBreaks();
            if (!tokens.is("}")) {
                tokens.require(",");
            }
            skipBreaks();
        }
        return elements;
    }

    private String element() {
        var key = kept(concatenated());
        skipBreaks();
        if (!tokens.accept(":")) {
            return key;
        }
        var value = verdict();
        return Json.list(List.of(key, kept(value.isEmpty() ? concatenated() : value)));
    }

    /** Empty if there is none. */
    private String verdict() {
        if (PLAIN_VERDICTS.contains(tokens.peek()) && !tokens.isQuoted()) {
            return Json.bare(tokens.next());
        }
        if (tokens.is("jump") || tokens.is("goto")) {
            return Json.object(tokens.next(), Json.object("target", Json.text(tokens.next())));
        }
        return "";
    }

    /** What is kept of an element stands behind it. */
    private String kept(String value) {
        var fields = new ArrayList<>(List.of("val", value));
        while (!tokens.is(",") && !tokens.is("}") && !tokens.is(":") && !tokens.is(Tokens.BREAK) && !tokens.isEnd()) {
            var name = tokens.next();
            fields.addAll(List.of(name, "0"));
            switch (name) {
                case "timeout", "expires", "comment" -> tokens.next();
                case "counter" -> {
                    for (int i = 0; i < 4 && !tokens.is(",") && !tokens.is("}") && !tokens.is(":"); i++) {
                        tokens.next();
                    }
                }
                default -> {}
            }
        }
        return fields.size() == 2 ? value : Json.object("elem", Json.object(fields.toArray(String[]::new)));
    }

    private void skipBreaks() {
        while (tokens.accept(Tokens.BREAK)) {
            // sets run over several lines
        }
    }
}
