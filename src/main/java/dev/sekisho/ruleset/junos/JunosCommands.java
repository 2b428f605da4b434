package dev.sekisho.ruleset.junos;

import dev.sekisho.ruleset.reading.Text;
import dev.sekisho.ruleset.reading.Text.Line;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads commands one after the other, as the device would carry them out: set, delete, deactivate, insert, rename. */
final class JunosCommands {

    /** Commands of a session that change nothing of what is filtered. */
    private static final Set<String> HARMLESS = Set.of(
            "configure", "exit", "quit", "commit", "show", "run", "annotate", "protect", "unprotect", "status", "help");

    private static final Set<String> COMMANDS = Set.of(
            "set", "delete", "deactivate", "activate", "insert", "rename", "copy", "edit", "configure", "protect");

    private static final Pattern PROMPT = Pattern.compile("^\\S+@\\S+?[>#%] *");

    private static final int LONGEST = 200_000;

    private final JunosTree tree;

    /** Where the session stands: commands speak of what is below. */
    private final Deque<List<String>> place = new ArrayDeque<>(List.of(List.of()));

    /** A quoted text that runs over several lines. */
    private final StringBuilder unfinished = new StringBuilder();

    private JunosCommands(JunosTree tree) {
        this.tree = tree;
    }

    static void read(String text, JunosTree tree) {
        var commands = new JunosCommands(tree);
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
        return COMMANDS.contains(withoutPrompt(line).split("\\s+", 2)[0]);
    }

    static String withoutPrompt(String line) {
        return PROMPT.matcher(line.strip()).replaceFirst("");
    }

    private void read(Line line) {
        if (unfinished.isEmpty() && line.raw().strip().startsWith("#")) {
            return;
        }
        unfinished.append(unfinished.isEmpty() ? "" : " ").append(line.raw());
        if (unfinished.length() > LONGEST) {
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
        var words = JunosWord.group(tokens.subList(1, tokens.size()));
        switch (tokens.get(0)) {
            case "set" -> tree.insert(tree.root, List.of(), placed(words), line);
            case "delete" -> delete(words, line);
            case "deactivate", "activate" -> activate(words, tokens.get(0).equals("activate"), line);
            case "insert" -> insert(words, line);
            case "rename", "copy" -> nameAnew(words, tokens.get(0).equals("copy"), line);
            case "edit" -> place.push(texts(placed(words)));
            case "up" -> up(words.isEmpty() ? "1" : words.get(0).text());
            case "top" -> top(tokens.subList(1, tokens.size()), line);
            default -> {
                if (!HARMLESS.contains(tokens.get(0))) {
                    tree.note(line, "this is no command that is known");
                    tree.mayChange(line, "a command that is not known may have changed the rules");
                }
            }
        }
    }

    /** The words with those before them that say where the session stands. */
    private List<JunosWord> placed(List<JunosWord> words) {
        var placed = new ArrayList<>(JunosWord.plain(place.element()));
        placed.addAll(words);
        return placed;
    }

    private static List<String> texts(List<JunosWord> words) {
        return words.stream().flatMap(word -> word.list().stream()).toList();
    }

    private void up(String levels) {
        var path = place.element();
        var up = levels.matches("[0-9]{1,2}") ? Integer.parseInt(levels) : 1;
        place.push(path.subList(0, Math.max(0, path.size() - up)));
    }

    /** Alone it leaves the place for good, before a command it does for that command. */
    private void top(List<String> command, int line) {
        var before = place.element();
        place.push(List.of());
        if (!command.isEmpty()) {
            carryOut(command, line);
            if (!command.get(0).equals("edit")) {
                place.push(before);
            }
        }
    }

    private void delete(List<JunosWord> words, int line) {
        var all = placed(words);
        if (all.isEmpty()) {
            tree.root.children().stream().map(JunosNode::name).toList().forEach(tree.root::remove);
            return;
        }
        var parent = found(all.subList(0, all.size() - 1));
        var last = all.get(all.size() - 1).list();
        if (last.stream().anyMatch(word -> !parent.has(word))) {
            tree.note(line, "what is deleted is not there");
        }
        last.forEach(parent::remove);
    }

    private void activate(List<JunosWord> words, boolean active, int line) {
        var node = found(placed(words));
        if (node == JunosNode.NOTHING) {
            tree.note(line, "what is " + (active ? "activated" : "deactivated") + " is not there");
        } else {
            node.activate(active);
        }
    }

    private JunosNode found(List<JunosWord> words) {
        return tree.root.at(texts(words));
    }

    /** {@code insert ... policy a before policy b}. */
    private void insert(List<JunosWord> words, int line) {
        var end = words.size();
        var where = end < 4 ? "" : words.get(end - 3).text();
        var all = placed(words.subList(0, Math.max(0, end - 3)));
        if (!where.equals("before") && !where.equals("after") || all.size() < 2) {
            misunderstood(line);
            return;
        }
        var parent = found(all.subList(0, all.size() - 1));
        var moved = all.get(all.size() - 1).text();
        var beside = words.get(end - 1).text();
        if (!parent.has(moved)
                || !parent.has(beside)
                || !words.get(end - 2).text().equals(parent.name())) {
            misunderstood(line);
        } else if (!moved.equals(beside)) {
            parent.move(moved, beside, where.equals("before"));
        }
    }

    private void nameAnew(List<JunosWord> words, boolean keep, int line) {
        // "rename policy a to policy b", and "rename a to b" for what has no keyword
        var texts = texts(words);
        var to = texts.lastIndexOf("to");
        var all = new ArrayList<>(place.element());
        all.addAll(texts.subList(0, Math.max(0, to)));
        var parent = all.size() < 2 ? JunosNode.NOTHING : tree.root.at(all.subList(0, all.size() - 1));
        if (to < 1 || to + 1 == texts.size() || !parent.has(all.get(all.size() - 1))) {
            misunderstood(line);
            return;
        }
        var name = all.get(all.size() - 1);
        var other = texts.get(texts.size() - 1);
        if (keep) {
            parent.copy(name, other);
        } else {
            parent.rename(name, other);
        }
    }

    private void misunderstood(int line) {
        tree.note(line, "what this command changes is not known");
        tree.mayChange(line, "a command that is not understood may have changed the rules");
    }
}
