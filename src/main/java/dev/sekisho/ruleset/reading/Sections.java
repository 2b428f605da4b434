package dev.sekisho.ruleset.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The parts of a configuration that hold its rules (access lists, chains, policies, groups), and which of them are asked
 * when what guards a link is read. A part is asked even where it leaves no rule.
 */
public final class Sections {

    /**
     * A part of a configuration.
     *
     * @param name what it is and what it is called: "access list OUTSIDE"
     * @param line where it begins, from 1; one where the format has no lines
     */
    public record Section(String name, int line) {

        /** @param kind such as "access list" */
        public static Section of(String kind, String name, int line) {
            return new Section(kind + " " + Redaction.value(name), Math.max(1, line));
        }
    }

    private final List<Section> all = new ArrayList<>();
    private final Map<Section, Integer> numbers = new HashMap<>();
    private final SortedSet<Integer> asked = new TreeSet<>();

    public void declare(Section section) {
        if (numbers.putIfAbsent(section, all.size()) == null) {
            all.add(section);
        }
    }

    public void ask(Section section) {
        var number = numbers.get(section);
        if (number != null) {
            asked.add(number);
        }
    }

    /** In the order in which they were declared. */
    public List<Section> all() {
        return List.copyOf(all);
    }

    /** Which of them were asked since this was asked last, as places in the list of all, from 0. */
    public List<Integer> takeAsked() {
        var taken = List.copyOf(asked);
        asked.clear();
        return taken;
    }
}
