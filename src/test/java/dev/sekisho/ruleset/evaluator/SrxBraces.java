package dev.sekisho.ruleset.evaluator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes set commands in the form with braces: each word opens one, and the last two stand together. */
final class SrxBraces {

    private final Map<String, SrxBraces> below = new LinkedHashMap<>();
    private boolean inactive;

    private SrxBraces() {}

    /** @param commands without "set"; one with an exclamation mark before it is deactivated */
    static String of(List<String> commands) {
        var root = new SrxBraces();
        for (var command : commands) {
            var node = root;
            for (var word : command.replaceFirst("^!", "").split(" ")) {
                node = node.below.computeIfAbsent(word, none -> new SrxBraces());
            }
            node.inactive |= command.startsWith("!");
        }
        var text = new StringBuilder();
        root.write(text, "");
        return text.toString();
    }

    private void write(StringBuilder text, String indent) {
        below.forEach((word, node) -> {
            text.append(indent);
            var words = new StringBuilder(word);
            var last = node;
            // a keyword and its only name stand on one line, as do settings and their values
            while (last.below.size() == 1 && !last.inactive) {
                var next = last.below.entrySet().iterator().next();
                words.append(' ').append(next.getKey());
                last = next.getValue();
            }
            text.append(last.inactive ? "inactive: " : "").append(words);
            if (last.below.isEmpty()) {
                text.append(";\n");
            } else {
                text.append(" {\n");
                last.write(text, indent + "    ");
                text.append(indent).append("}\n");
            }
        });
    }
}
