package dev.sekisho.ruleset.fortios;

import dev.sekisho.ruleset.fortios.FortiConfiguration.Entry;
import dev.sekisho.ruleset.reading.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a line that cannot be read stands for. */
final class FortiOddLine {

    private FortiOddLine() {}

    /** It may be a policy, and one that permits; in other tables it names nothing that anybody asks for. */
    static Entry in(Map<String, Entry> table, Text.Line line) {
        var values = new LinkedHashMap<String, List<String>>();
        values.put("action", List.of("accept"));
        for (var key : List.of("srcintf", "dstintf")) {
            values.put(key, List.of("any"));
        }
        for (var key : List.of("srcaddr", "dstaddr", "srcaddr4", "dstaddr4", "srcaddr6", "dstaddr6")) {
            values.put(key, List.of("all"));
        }
        values.put("service", List.of("ALL"));
        values.put("schedule", List.of("always"));
        doubt(values, line);
        var name = "line " + line.number();
        return table.computeIfAbsent(name, none -> new Entry(name, line.number(), values));
    }

    /** Stands for a setting that nobody knows, so that whatever the entry permits is a doubt. */
    static void doubt(Map<String, List<String>> settings, Text.Line line) {
        settings.put("line " + line.number() + " that cannot be read", List.of("x"));
    }
}
