package dev.sekisho.ruleset.panos;

import dev.sekisho.ruleset.reading.Text;
import dev.sekisho.ruleset.reading.Text.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads commands one after the other, as the device would carry them out: set, delete, move, rename, copy. */
final class PanCommands {

    /** Commands of a session that change nothing of the configuration. */
    private static final Set<String> HARMLESS =
            Set.of("configure", "exit", "quit", "commit", "show", "run", "find", "check", "validate", "request");

    private static final Set<String> COMMANDS =
            Set.of("set", "delete", "move", "rename", "copy", "override", "edit", "configure");

    private static final Pattern PROMPT = Pattern.compile("^\\S+@\\S+?(\\(\\S*\\))?[>#] *");

    private final PanTree tree;

    /** A quoted text that runs over several lines. */
    private final StringBuilder unfinished = new StringBuilder();

    private PanCommands(PanTree tree) {
        this.tree = tree;
    }

    static void read(String text, PanTree tree) {
        var commands = new PanCommands(tree);
        Line last = null;
        for (var line : Text.lines(text)) {
            commands.read(line);
            last = line;
        }
        if (last != null && !commands.unfinished.isEmpty()) {
            throw last.refusal("a quoted text never ends");
        }
    }

    /** Whether a line begins as commands do. */
    static boolean isCommand(String line) {
        var words = withoutPrompt(line).split("\\s+", 2);
        return COMMANDS.contains(words[0]);
    }

    static boolean isComment(String line) {
        return line.startsWith("#") || line.startsWith("!");
    }

    private static String withoutPrompt(String line) {
        return PROMPT.matcher(line.strip()).replaceFirst("");
    }

    private void read(Line line) {
        if (unfinished.isEmpty() && isComment(line.raw().strip())) {
            return;
        }
        unfinished.append(unfinished.isEmpty() ? "" : " ").append(line.raw());
        if (unfinished.length() > 200_000) {
            throw line.refusal("a quoted text never ends");
        }
        if (isQuoteOpen(unfinished)) {
            return;
        }
        var tokens = tokens(withoutPrompt(unfinished.toString()));
        unfinished.setLength(0);
        if (!tokens.isEmpty()) {
            carryOut(tokens, line.number());
        }
    }

    private static boolean isQuoteOpen(CharSequence text) {
        var open = false;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '"') {
                open = !open;
            }
        }
        return open;
    }

    private static List<String> tokens(String text) {
        var tokens = new ArrayList<String>();
        for (var line : Text.lines(text)) {
            for (var word : line.words()) {
                if (word.quoted()) {
                    tokens.add("\"" + word.text());
                } else {
                    split(word.text(), tokens);
                }
            }
        }
        return tokens;
    }

    /** Brackets may touch the words they hold. */
    private static void split(String word, List<String> tokens) {
        var starts = word.startsWith("[");
        var ends = word.length() > 1 && word.endsWith("]") || word.equals("]");
        var bare = word.substring(starts ? 1 : 0, word.length() - (ends ? 1 : 0));
        if (starts) {
            tokens.add("[");
        }
        if (!bare.isEmpty()) {
            tokens.add(bare);
        }
        if (ends) {
            tokens.add("]");
        }
    }

    private void carryOut(List<String> tokens, int line) {
        var words = placed(PanWord.group(tokens.subList(1, tokens.size())));
        switch (tokens.get(0)) {
            case "set", "override" -> tree.insert(tree.root, List.of(), words, line);
            case "delete" -> delete(words);
            case "move" -> move(words, line);
            case "rename", "copy" -> nameAnew(words, tokens.get(0).equals("copy"), line);
            default -> {
                if (!HARMLESS.contains(tokens.get(0))) {
                    unknown(tokens, line);
                }
            }
        }
    }

    private void unknown(List<String> tokens, int line) {
        tree.notes.add("line " + line + ": this is no command that is known");
        if (tokens.stream().anyMatch(word -> word.equals("rulebase") || word.endsWith("-rulebase"))) {
            tree.unknownLines.add(line);
        }
    }

    /** The beginning of a path that every device has is left out as often as not. */
    private static List<PanWord> placed(List<PanWord> words) {
        var left = words;
        if (starts(left, "config")) {
            left = left.subList(1, left.size());
        }
        return starts(left, "devices") && left.size() > 1 ? left.subList(2, left.size()) : left;
    }

    private static boolean starts(List<PanWord> words, String first) {
        return !words.isEmpty() && !words.get(0).isList() && words.get(0).text().equals(first);
    }

    private void delete(List<PanWord> words) {
        if (words.isEmpty()) {
            return;
        }
        var parent = found(words.subList(0, words.size() - 1));
        words.get(words.size() - 1).list().forEach(parent::remove);
    }

    private PanNode found(List<PanWord> words) {
        return tree.root.at(words.stream().flatMap(word -> word.list().stream()).toArray(String[]::new));
    }

    private void move(List<PanWord> words, int line) {
        var end = words.size();
        var where = end < 2 ? "" : words.get(end - 1).text();
        var beside = end < 3 ? "" : words.get(end - 2).text();
        if (where.equals("top") || where.equals("bottom")) {
            place(words.subList(0, end - 1), "", where.equals("top"), line);
        } else if (beside.equals("before") || beside.equals("after")) {
            place(words.subList(0, end - 2), where, beside.equals("before"), line);
        } else {
            misunderstood(line);
        }
    }

    private void place(List<PanWord> path, String beside, boolean before, int line) {
        var moved = found(path);
        var parent = path.isEmpty() ? PanNode.NOTHING : found(path.subList(0, path.size() - 1));
        if (moved == PanNode.NOTHING || !beside.isEmpty() && !parent.has(beside)) {
            misunderstood(line);
            return;
        }
        var order = new ArrayList<>(parent.children());
        order.remove(moved);
        var ends = before ? 0 : order.size();
        var index = beside.isEmpty() ? ends : order.indexOf(parent.at(beside)) + (before ? 0 : 1);
        order.add(Math.max(0, index), moved);
        parent.reorder(order);
    }

    private void nameAnew(List<PanWord> words, boolean keep, int line) {
        var end = words.size();
        if (end < 3 || !words.get(end - 2).text().equals("to") || found(words.subList(0, end - 2)) == PanNode.NOTHING) {
            misunderstood(line);
            return;
        }
        var parent = found(words.subList(0, end - 3));
        var name = words.get(end - 3).text();
        var other = words.get(end - 1).text();
        if (keep) {
            parent.copy(name, other);
        } else {
            parent.rename(name, other);
        }
    }

    private void misunderstood(int line) {
        tree.notes.add("line " + line + ": what this command changes is not known");
        tree.unknownLines.add(line);
    }
}
