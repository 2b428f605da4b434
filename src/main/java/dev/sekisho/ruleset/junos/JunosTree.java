package dev.sekisho.ruleset.junos;

import dev.sekisho.ruleset.reading.ConfigurationLimits;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import java.util.ArrayList;
import java.util.List;

/** A configuration as words below words, and what in it could not be read. */
final class JunosTree {

    private static final int LARGEST = 3_000_000;

    final JunosNode root = new JunosNode("", 1);

    /** What does not count, and why. */
    final List<String> notes = new ArrayList<>();

    /** Why any rule may be another one than it reads, each with the line that makes it so. */
    final List<Change> changes = new ArrayList<>();

    /** Something that may change rules in a way nobody knows. */
    record Change(int line, String reason) {}

    private int size;

    /** Counts what is kept, and refuses to keep too much. */
    void grow(int line) {
        if (++size > LARGEST) {
            throw new UnreadableConfiguration(
                    Math.max(1, line), 1, "the configuration has more than " + LARGEST + " parts");
        }
    }

    void note(int line, String note) {
        if (notes.size() < ConfigurationLimits.NOTES) {
            notes.add("line " + line + ": " + note);
        }
    }

    void mayChange(int line, String reason) {
        if (changes.size() < ConfigurationLimits.NOTES) {
            changes.add(new Change(line, reason));
        }
    }

    static void refuseDepth(int depth, int line) {
        if (depth > ConfigurationLimits.NESTING) {
            throw new UnreadableConfiguration(Math.max(1, line), 1, "the configuration is nested too deeply");
        }
    }

    /**
     * Writes down the words of one statement below a node, several of which may be settings of one thing.
     *
     * @param above the words on the way to the node
     * @return what the statement as a whole is about, so that it can be passed over
     */
    JunosNode insert(JunosNode from, List<String> above, List<JunosWord> words, int line) {
        var node = from;
        var path = new ArrayList<>(above);
        var whole = from;
        int i = 0;
        while (i < words.size()) {
            var word = words.get(i++);
            grow(line);
            if (word.isList()) {
                values(node, word, line);
                return node;
            }
            if (JunosSchema.settings(path).contains(word.text())) {
                var setting = node.child(word.text(), line);
                whole = whole == from ? said(setting, words, i) : whole;
                i = set(setting, words, i, line);
            } else {
                JunosSchema.alternatives(path, word.text(), node).forEach(node::remove);
                node = node.child(word.text(), line);
                path.add(word.text());
                refuseDepth(path.size(), line);
                whole = node;
            }
        }
        return whole;
    }

    /** The one value that a statement gives a setting, or the setting where it gives a list or none. */
    private static JunosNode said(JunosNode setting, List<JunosWord> words, int next) {
        return next == words.size() || words.get(next).isList()
                ? setting
                : setting.child(words.get(next).text(), setting.line());
    }

    private void values(JunosNode holder, JunosWord word, int line) {
        for (var value : word.list()) {
            grow(line);
            holder.value(value, line);
        }
    }

    /** A setting has one value or a list of them, and a value may be followed by what belongs to it. */
    private int set(JunosNode setting, List<JunosWord> words, int next, int line) {
        if (JunosSchema.isFlag(setting.name()) || next == words.size()) {
            return next;
        }
        values(setting, words.get(next), line);
        var value =
                words.get(next).isList() ? setting : setting.at(words.get(next).text());
        int i = next + 1;
        while (i < words.size() && JunosSchema.isSuffix(words.get(i).text())) {
            var last = i + 1 == words.size() || words.get(i).text().equals(JunosSchema.EXCEPT);
            var suffix = value.child(words.get(i).text(), line);
            grow(line);
            if (!last) {
                suffix.child(words.get(i + 1).text(), line);
            }
            i += last ? 1 : 2;
        }
        return i;
    }
}
