package dev.sekisho.ruleset.panos;

import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Reads the form in braces that the command line shows by itself: {@code rules { r1 { from z1; to [ z2 z3 ]; } } }. */
final class PanBraces {

    private record Frame(PanNode node, List<String> path) {}

    private final PanTree tree;
    private final String text;
    private final Deque<Frame> open = new ArrayDeque<>();
    private final List<String> statement = new ArrayList<>();
    private int at;
    private int line = 1;

    private PanBraces(String text, PanTree tree) {
        this.text = text;
        this.tree = tree;
    }

    static void read(String text, PanTree tree) {
        new PanBraces(text, tree).read();
    }

    private void read() {
        open.push(new Frame(tree.root, List.of()));
        while (at < text.length()) {
            var c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                line += c == '\n' ? 1 : 0;
                at++;
            } else if (c == '#' || c == '!' && statement.isEmpty()) {
                at = endOfLine();
            } else {
                take(token());
            }
        }
        if (open.size() != 1 || !statement.isEmpty()) {
            throw new UnreadableConfiguration(line, 1, "the configuration ends in the middle");
        }
    }

    private void take(String token) {
        switch (token) {
            case "{" -> open();
            case "}" -> close();
            case ";" -> {
                var frame = open.element();
                tree.insert(frame.node, frame.path, PanWord.group(statement), line);
                statement.clear();
            }
            default -> statement.add(token);
        }
    }

    private void open() {
        var frame = open.element();
        var node = frame.node;
        var path = new ArrayList<>(frame.path);
        for (var word : PanWord.group(statement)) {
            tree.grow(line);
            if (path.isEmpty() && node == tree.root && word.text().equals("config")) {
                continue;
            }
            node = node.child(word.text(), line);
            path.add(word.text());
        }
        PanTree.refuseDepth(open.size(), line);
        open.push(new Frame(node, path));
        statement.clear();
    }

    private void close() {
        if (open.size() == 1 || !statement.isEmpty()) {
            throw new UnreadableConfiguration(line, 1, "a brace closes that nothing opened");
        }
        open.pop();
    }

    private int endOfLine() {
        var end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private String token() {
        var c = text.charAt(at);
        if ("{};[]".indexOf(c) >= 0) {
            at++;
            return String.valueOf(c);
        }
        return c == '"' ? quoted() : bare();
    }

    private String bare() {
        var start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && "{};[]".indexOf(text.charAt(at)) < 0) {
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
        at++;
        return word.toString();
    }
}
