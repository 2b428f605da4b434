package dev.sekisho.ruleset.panos;

import dev.sekisho.ruleset.reading.ConfigurationLimits;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A configuration as words below words, and what in it could not be read. */
final class PanTree {

    private static final int LARGEST = 3_000_000;

    private static final Set<String> OF_RULES = Set.of("security", "nat", "default-security-rules");
    private static final Set<String> RULE = Set.of(
            "from",
            "to",
            "source",
            "destination",
            "service",
            "application",
            "action",
            "disabled",
            "negate-source",
            "negate-destination",
            "rule-type",
            "category",
            "source-user",
            "hip-profiles",
            "source-hip",
            "destination-hip",
            "schedule",
            "log-start",
            "log-end",
            "log-setting",
            "tag",
            "group-tag",
            "description",
            "nat-type",
            "to-interface",
            "active-active-device-binding");
    private static final Set<String> ADDRESS =
            Set.of("ip-netmask", "ip-range", "ip-wildcard", "fqdn", "description", "tag");
    private static final Set<String> GROUP = Set.of("static", "members", "description", "tag");
    private static final Set<String> PORTS = Set.of("port", "source-port");
    private static final Set<String> TRANSLATION =
            Set.of("translated-address", "translated-port", "distribution", "bi-directional");

    final PanNode root = new PanNode("", 1);

    /** Lines that do not count, and why. */
    final List<String> notes = new ArrayList<>();

    /** Lines that may change a rule in a way nobody knows. */
    final List<Integer> unknownLines = new ArrayList<>();

    private int size;

    /** Counts what is kept, and refuses to keep too much. */
    void grow(int line) {
        if (++size > LARGEST) {
            throw new UnreadableConfiguration(line, 1, "the configuration has more than " + LARGEST + " parts");
        }
    }

    /** Writes down the words of one command or statement, several of which may be settings of one thing. */
    void insert(PanNode from, List<String> above, List<PanWord> words, int line) {
        var node = from;
        var path = new ArrayList<>(above);
        int i = 0;
        while (i < words.size()) {
            grow(line);
            var word = words.get(i++);
            if (word.isList()) {
                word.list().forEach(value -> grow(line));
                var holder = node;
                word.list().forEach(value -> holder.value(value, line));
                return;
            }
            var isSetting = settings(path).contains(word.text());
            node = isSetting ? node : step(node, word.text(), i == words.size(), line);
            if (isSetting) {
                i = set(node.child(word.text(), line), words, i, line);
            } else {
                path.add(word.text());
                refuseDepth(path.size(), line);
            }
        }
    }

    private static PanNode step(PanNode node, String word, boolean isLast, int line) {
        if (isLast && !node.has(word)) {
            node.value(word, line);
        }
        return node.child(word, line);
    }

    /** A setting has one value or a list of them; more words are further settings. */
    private int set(PanNode setting, List<PanWord> words, int next, int line) {
        if (next == words.size()) {
            return next;
        }
        for (var value : words.get(next).list()) {
            grow(line);
            setting.value(value, line);
        }
        return next + 1;
    }

    static void refuseDepth(int depth, int line) {
        if (depth > ConfigurationLimits.NESTING) {
            throw new UnreadableConfiguration(line, 1, "the configuration is nested too deeply");
        }
    }

    /** What of the thing at this place may be set on one line with other settings. */
    private static Set<String> settings(List<String> path) {
        var last = fromEnd(path, 1);
        if (last.equals("tcp") || last.equals("udp") || last.equals("sctp")) {
            return PORTS;
        }
        if (last.endsWith("destination-translation") || last.equals("static-ip")) {
            return TRANSLATION;
        }
        return switch (fromEnd(path, 2)) {
            case "rules" -> OF_RULES.contains(fromEnd(path, 3)) || path.size() == 2 ? RULE : Set.of();
            case "address" -> ADDRESS;
            case "address-group", "service-group", "application-group" -> GROUP;
            default -> Set.of();
        };
    }

    private static String fromEnd(List<String> path, int index) {
        return path.size() < index ? "" : path.get(path.size() - index);
    }
}
