package dev.sekisho.ruleset.junos;

import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Reads the form in braces: {@code policy p { match { source-address [ a b ]; } then { permit; } }}. */
final class JunosBraces {

    private record Frame(JunosNode node, List<String> path) {}

    /** What stands before a statement and says what is to become of it. */
    private static final Set<String> TAGS = Set.of("inactive:", "active:", "replace:", "delete:", "protect:", "merge:");

    private static final String SPECIAL = "{};[]";

    private final JunosTree tree;
    private final String text;
    private final Deque<Frame> open = new ArrayDeque<>();
    private final List<String> statement = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private int at;
    private int line = 1;

    private JunosBraces(String text, JunosTree tree) {
        this.text = text;
        this.tree = tree;
    }

    static void read(String text, JunosTree tree) {
        new JunosBraces(text, tree).read();
    }

    private void read() {
        open.push(new Frame(tree.root, List.of()));
        while (at < text.length()) {
            var c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                line += c == '\n' ? 1 : 0;
                at++;
            } else if (text.startsWith("/*", at)) {
                comment();
            } else if (c == '#') {
                at = endOfLine();
            } else {
                take(token());
            }
        }
        if (open.size() != 1 || !statement.isEmpty() || !tags.isEmpty()) {
            throw refusal("the configuration ends in the middle");
        }
    }

    private void comment() {
        var end = text.indexOf("*/", at + 2);
        if (end < 0) {
            throw refusal("a comment never ends");
        }
        for (; at < end + 2; at++) {
            line += text.charAt(at) == '\n' ? 1 : 0;
        }
    }

    private void take(String token) {
        switch (token) {
            case "{" -> open();
            case "}" -> close();
            case ";" -> end();
            default -> {
                if (statement.isEmpty() && TAGS.contains(token)) {
                    tags.add(token);
                } else {
                    statement.add(token);
                }
            }
        }
    }

    private void end() {
        if (statement.isEmpty()) {
            throw refusal("a statement without a word ends here");
        }
        var words = JunosWord.group(statement);
        var frame = open.element();
        if (tags.contains("delete:")) {
            delete(frame, words);
        } else {
            mark(tree.insert(frame.node, frame.path, words, line));
        }
        statement.clear();
        tags.clear();
    }

    private void delete(Frame frame, List<JunosWord> words) {
        var path = words.stream().map(JunosWord::text).toList();
        var last = path.size() - 1;
        frame.node.at(path.subList(0, last)).remove(path.get(last));
    }

    private void mark(JunosNode node) {
        if (tags.contains("inactive:")) {
            node.activate(false);
        }
    }

    private void open() {
        if (statement.isEmpty()) {
            throw refusal("a brace opens that no word stands before");
        }
        var frame = open.element();
        var words = JunosWord.group(statement);
        var node = tree.insert(frame.node, frame.path, words, line);
        var path = new ArrayList<>(frame.path);
        words.forEach(word -> path.add(word.text()));
        mark(node);
        JunosTree.refuseDepth(open.size(), line);
        open.push(new Frame(node, path));
        statement.clear();
        tags.clear();
    }

    private void close() {
        if (open.size() == 1) {
            throw refusal("a brace closes that nothing opened");
        }
        if (!statement.isEmpty() || !tags.isEmpty()) {
            throw refusal("a brace closes in the middle of a statement");
        }
        open.pop();
    }

    private UnreadableConfiguration refusal(String reason) {
        var column = at - text.lastIndexOf('\n', Math.max(0, at - 1));
        return new UnreadableConfiguration(line, Math.max(1, column), reason);
    }

    private int endOfLine() {
        var end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private String token() {
        var c = text.charAt(at);
        if (SPECIAL.indexOf(c) >= 0) {
            at++;
            return String.valueOf(c);
        }
        return c == '"' ? quoted() : bare();
    }

    private String bare() {
        var start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && SPECIAL.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        var word = new StringBuilder("\"");
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' && at + 1 < text.length() ? 1 : 0;
            line += text.charAt(at) == '\n' ? 1 : 0;
            word.append(text.charAt(at++));
        }
        if (at == text.length()) {
            throw refusal("a quoted text never ends");
        }
        at++;
        return word.toString();
    }
}
