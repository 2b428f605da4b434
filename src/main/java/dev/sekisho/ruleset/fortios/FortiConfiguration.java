package dev.sekisho.ruleset.fortios;

import dev.sekisho.ruleset.reading.ConfigurationLimits;
import dev.sekisho.ruleset.reading.Text;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The tables of a FortiOS configuration that filtering depends on, by virtual domain; all else is passed over unread. */
final class FortiConfiguration {

    /** One "edit" block. */
    record Entry(String name, int line, Map<String, List<String>> values) {

        List<String> all(String key) {
            return values.getOrDefault(key, List.of());
        }

        String one(String key, String otherwise) {
            var value = all(key);
            return value.isEmpty() ? otherwise : value.get(0);
        }

        boolean isOn(String key) {
            return one(key, "disable").equals("enable");
        }

        boolean isOff() {
            return one("status", "enable").equals("disable");
        }
    }

    static final String ROOT = "root";
    private static final Set<String> TABLES = Set.of(
            "firewall address",
            "firewall address6",
            "firewall addrgrp",
            "firewall addrgrp6",
            "firewall service custom",
            "firewall service group",
            "firewall policy",
            "firewall policy6",
            "firewall policy46",
            "firewall policy64",
            "firewall consolidated policy",
            "firewall security-policy",
            "firewall proxy-policy",
            "firewall schedule recurring",
            "firewall vip",
            "firewall vip/realservers",
            "firewall vip46",
            "firewall vip6",
            "firewall vip6/realservers",
            "firewall vip64",
            "firewall vipgrp",
            "firewall vipgrp46",
            "firewall vipgrp6",
            "firewall vipgrp64",
            "system gre-tunnel",
            "system interface",
            "system geneve",
            "system ipip-tunnel",
            "system ipsec-aggregate",
            "system ipv6-tunnel",
            "system pppoe-interface",
            "system sdwan/members",
            "system sit-tunnel",
            "system switch-interface",
            "system virtual-switch/port",
            "system virtual-wan-link/members",
            "system vxlan",
            "system zone",
            "vpn ipsec phase1-interface");

    /** Tables without entries: what is set stands in the table itself. */
    private static final Set<String> SETTINGS = Set.of("system global", "system settings", "vpn ssl settings");

    /** What stands around the virtual domains rather than in one. */
    private static final Set<String> OUTER = Set.of("vdom", "global");

    private static final Pattern PROMPT = Pattern.compile("\\S+( \\([^)]*\\))? [#$]( .*)?");

    private record Frame(
            boolean isTable, String name, @Nullable Entry entry) {}

    private final Map<String, Map<String, Map<String, Entry>>> domains = new LinkedHashMap<>();
    /** Lines that do not count, and why. */
    final List<String> notes = new ArrayList<>();

    private final Deque<Frame> frames = new ArrayDeque<>();
    private String domain = ROOT;
    private char quote;
    private int kept;
    private int lastLine = 1;

    /** The last line that stands outside of every table and means nothing. */
    private int lastOutside;

    static FortiConfiguration of(String text) {
        var configuration = new FortiConfiguration();
        for (var line : Text.lines(text)) {
            configuration.lastLine = line.number();
            configuration.read(line);
        }
        configuration.end();
        return configuration;
    }

    Set<String> domains() {
        return domains.keySet();
    }

    Map<String, Entry> table(String domain, String name) {
        return domains.getOrDefault(domain, Map.of()).getOrDefault(name, Map.of());
    }

    Collection<Entry> entries(String domain, String name) {
        return table(domain, name).values();
    }

    Entry settings(String domain, String name) {
        return table(domain, name).getOrDefault("", new Entry("", 0, Map.of()));
    }

    private void read(Text.Line line) {
        var inside = quote;
        quote = inside == 0 && line.word(0).startsWith("#") ? 0 : quoteAfter(line.raw(), inside);
        if (inside != 0 || line.word(0).startsWith("#")) {
            return;
        }
        switch (line.word(0)) {
            case "config" -> open(line, true);
            case "edit" -> open(line, false);
            case "next" -> close(line, false);
            case "end" -> close(line, true);
            default -> command(line);
        }
    }

    /** Texts such as certificates and messages run over several lines until their quote closes. */
    private static char quoteAfter(String raw, char before) {
        var open = before;
        for (int i = 0; i < raw.length(); i++) {
            var c = raw.charAt(i);
            if (c == '\\' && open != '\'') {
                i++;
            } else if (open == 0 && (c == '"' || c == '\'')) {
                open = c;
            } else if (c == open) {
                open = 0;
            }
        }
        return open;
    }

    private void open(Text.Line line, boolean isTable) {
        var top = frames.peek();
        if (!isTable && (top == null || !top.isTable())) {
            throw line.refusal("an 'edit' stands in a 'config'");
        }
        if (frames.size() >= ConfigurationLimits.NESTING) {
            throw line.refusal("blocks nest deeper than " + ConfigurationLimits.NESTING + " levels");
        }
        var named = line.words().size() > 1;
        if (!named) {
            odd(line, isTable ? "the name of a table is missing" : "the name of an entry is missing");
        }
        var words =
                named ? line.words().stream().skip(1).map(Text.Word::text).toList() : List.of("line " + line.number());
        if (top != null && top.entry() != null) {
            // whatever a table within an entry says, it says it of the entry
            top.entry().values().put("config " + String.join(" ", words), words);
        }
        var entry = enter(line, isTable);
        frames.push(new Frame(isTable, String.join(" ", words), entry));
        if (isTable) {
            domains.computeIfAbsent(domain, none -> new LinkedHashMap<>());
        }
    }

    /** The entry this line opens, if it is one that matters. */
    private @Nullable Entry enter(Text.Line line, boolean isTable) {
        var path = path();
        if (!isTable && path.equals("vdom")) {
            domain = line.word(1);
        }
        if (isTable || !TABLES.contains(path)) {
            return null;
        }
        if (++kept > ConfigurationLimits.RULES) {
            throw line.refusal("the configuration has more than " + ConfigurationLimits.RULES + " entries that matter");
        }
        if (line.words().size() < 2) {
            return FortiOddLine.in(tableAt(path), line);
        }
        var key = path.contains("/") ? owner() + "/" + line.word(1) : line.word(1);
        return tableAt(path).computeIfAbsent(key, name -> new Entry(name, line.number(), new LinkedHashMap<>()));
    }

    /** The entry around a nested table. */
    private String owner() {
        return frames.stream()
                .filter(frame -> !frame.isTable())
                .map(Frame::name)
                .findFirst()
                .orElse("");
    }

    private void close(Text.Line line, boolean isTable) {
        var top = frames.peek();
        if (top == null) {
            throw line.refusal("this closes nothing that is open");
        }
        if (!isTable && top.isTable()) {
            odd(line, "this closes nothing that is open");
            return;
        }
        frames.pop();
        // "end" inside an entry closes the entry and its table
        if (isTable && !top.isTable()) {
            frames.pop();
        }
        if (frames.isEmpty()) {
            domain = ROOT;
        }
    }

    private void command(Text.Line line) {
        if (frames.isEmpty()) {
            var prompt = PROMPT.matcher(line.raw().strip()).matches();
            line.require(prompt || !domains.isEmpty(), "a FortiOS configuration starts with 'config'");
            if (!prompt) {
                odd(line, "it stands outside of every table");
                lastOutside = line.number();
            }
            return;
        }
        var top = frames.element();
        if (top.entry() != null) {
            change(top.entry(), line);
        } else if (top.isTable() && TABLES.contains(path())) {
            rearrange(tableAt(path()), line);
        } else if (top.isTable() && SETTINGS.contains(path()) && line.words().size() > 1) {
            change(
                    tableAt(path()).computeIfAbsent("", name -> new Entry(name, line.number(), new LinkedHashMap<>())),
                    line);
        }
    }

    private void odd(Text.Line line, String why) {
        if (notes.size() < ConfigurationLimits.NOTES) {
            notes.add("line " + line.number() + ": this line does not count: " + why);
        }
    }

    /** Stands for settings that nobody knows, so that whatever the entry permits is a doubt. */
    private void unread(Entry entry, Text.Line line) {
        odd(line, "'set', 'unset', 'append', 'next' or 'end' is expected");
        FortiOddLine.doubt(entry.values(), line);
    }

    private void change(Entry entry, Text.Line line) {
        // a full configuration states what is empty too
        var values = line.words().stream()
                .skip(2)
                .map(Text.Word::text)
                .filter(text -> !text.isEmpty() && !text.equals("''"))
                .toList();
        switch (line.word(0)) {
            case "set", "select" -> entry.values().put(line.word(1), values);
            case "unset", "unselect" -> entry.values().remove(line.word(1));
            case "append" -> {
                var all = new ArrayList<>(entry.all(line.word(1)));
                all.addAll(values);
                entry.values().put(line.word(1), all);
            }
            default -> unread(entry, line);
        }
    }

    /** Commands an export does not have but a script may. */
    private void rearrange(Map<String, Entry> table, Text.Line line) {
        var subject = table.get(line.word(1));
        switch (line.word(0)) {
            case "delete" -> table.remove(line.word(1));
            case "purge" -> table.clear();
            case "clone", "rename" -> {
                if (subject != null) {
                    table.put(
                            line.word(3),
                            new Entry(line.word(3), subject.line(), new LinkedHashMap<>(subject.values())));
                }
            }
            case "move" -> move(table, subject, line);
            default -> {
                odd(line, "'edit' or 'end' is expected");
                FortiOddLine.in(table, line);
            }
        }
    }

    private static void move(Map<String, Entry> table, @Nullable Entry subject, Text.Line line) {
        if (subject == null || !table.containsKey(line.word(3)) || line.word(1).equals(line.word(3))) {
            return;
        }
        var entries = new ArrayList<>(table.values());
        entries.remove(subject);
        var at = entries.indexOf(table.get(line.word(3)));
        entries.add(line.word(2).equals("before") ? at : at + 1, subject);
        table.clear();
        entries.forEach(one -> table.put(one.name(), one));
    }

    /** The tables this stands in, without those around the virtual domains: "firewall vip/realservers". */
    private String path() {
        var tables = new ArrayList<String>();
        frames.descendingIterator().forEachRemaining(frame -> {
            if (frame.isTable() && !OUTER.contains(frame.name())) {
                tables.add(frame.name());
            }
        });
        return tables.isEmpty() && !frames.isEmpty() ? frames.getLast().name() : String.join("/", tables);
    }

    private Map<String, Entry> tableAt(String path) {
        return domains.computeIfAbsent(domain, none -> new LinkedHashMap<>())
                .computeIfAbsent(path, none -> new LinkedHashMap<>());
    }

    private void end() {
        if (!frames.isEmpty() || quote != 0 || lastOutside == lastLine) {
            throw new UnreadableConfiguration(
                    lastLine, 1, "the configuration ends inside a block, a line or a quoted text");
        }
        if (domains.isEmpty()) {
            throw new UnreadableConfiguration(1, 1, "a FortiOS configuration starts with 'config'");
        }
    }
}
