package dev.sekisho.ruleset.nfttext;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes JSON by hand: small parts as texts, the document so that what stands on a line there stands on it here. */
final class Json {

    private final StringBuilder out = new StringBuilder("{\"nftables\": [");
    private int line = 1;
    private boolean begun;

    /** @param line where the item stands in the listing */
    void item(int line, String item) {
        out.append(begun ? "," : "");
        begun = true;
        while (this.line < line) {
            out.append('\n');
            this.line++;
        }
        out.append(item);
    }

    String whole() {
        return out + "]}";
    }

    static String text(String text) {
        var quoted = new StringBuilder("\"");
        for (var c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else {
                quoted.append(c < ' ' ? ' ' : c);
            }
        }
        return quoted.append('"').toString();
    }

    static String list(List<String> items) {
        return items.stream().collect(Collectors.joining(", ", "[", "]"));
    }

    static String texts(List<String> items) {
        return list(items.stream().map(Json::text).toList());
    }

    /** An object of names and values in turn; the values are JSON. */
    static String object(String... namesAndValues) {
        var fields = new ArrayList<String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(text(namesAndValues[i]) + ": " + namesAndValues[i + 1]);
        }
        return fields.stream().collect(Collectors.joining(", ", "{", "}"));
    }

    /** A statement or verdict without anything to say of it. */
    static String bare(String name) {
        return object(name, "null");
    }
}
