package dev.sekisho.firewall.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parts of an IOS or ASA configuration that filtering depends on; every other line is passed over unread. */
final class CiscoConfiguration {

    /** An access list; {@code kind} is standard, extended or ipv6. */
    record AccessList(String name, String kind, List<Text.Line> entries) {}

    /** An object or object group with the lines of its block. */
    record Group(String kind, String name, Text.Line head, List<Text.Line> members) {}

    /** An interface with the lines of its block. */
    record Interface(String name, List<Text.Line> lines) {

        String word(String... start) {
            return lines.stream()
                    .filter(line -> line.starts(start))
                    .map(line -> line.word(start.length))
                    .findFirst()
                    .orElse("");
        }

        boolean has(String... start) {
            return lines.stream().anyMatch(line -> line.starts(start));
        }
    }

    private static final Pattern BANNER =
            Pattern.compile("^banner\\s+((exec|incoming|login|motd|prompt-timeout|slip-ppp|config-save)\\s+)?");

    /** What follows "access-list" without being a list. */
    private static final Set<String> SETTINGS =
            Set.of("alert-interval", "deny-flow-max", "mode", "compiled", "rate-limit", "template", "dynamic-extended");

    final Map<String, AccessList> lists = new LinkedHashMap<>();
    final Map<String, Group> groups = new LinkedHashMap<>();
    final List<Interface> interfaces = new ArrayList<>();
    final List<Text.Line> accessGroups = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    boolean sameSecurityInter;
    boolean sameSecurityIntra;
    boolean vpn;
    boolean vpnFiltered;
    boolean translates;

    private @Nullable List<Text.Line> block;
    private @Nullable String bannerEnd;
    private boolean known;
    private boolean whole;
    private boolean ended;
    private int lines;
    private int lastLine = 1;

    static CiscoConfiguration of(String text, boolean asa) {
        var configuration = new CiscoConfiguration();
        for (var line : Text.lines(text)) {
            configuration.lastLine = line.number();
            configuration.read(line, asa);
        }
        configuration.check(asa);
        return configuration;
    }

    private void read(Text.Line line, boolean asa) {
        if (bannerEnd != null) {
            bannerEnd = line.raw().contains(bannerEnd) ? null : bannerEnd;
            return;
        }
        var first = line.word(0).toLowerCase(Locale.ROOT);
        if (first.startsWith("!") || first.startsWith("#")) {
            return;
        }
        if (line.indent() > 0 && block != null) {
            keep(block, line);
            return;
        }
        block = null;
        top(line, first, asa);
    }

    private void top(Text.Line line, String first, boolean asa) {
        switch (first) {
            case "access-list" -> entry(line, asa);
            case "access-group" -> accessGroup(line, asa);
            case "ip", "ipv6" -> listBlock(line, first, asa);
            case "object", "object-group" -> group(line);
            case "interface" -> {
                var one = new Interface(line.word(1), new ArrayList<>());
                interfaces.add(one);
                open(one.lines());
            }
            case "same-security-traffic" -> {
                sameSecurityInter |= line.starts(first, "permit", "inter-interface");
                sameSecurityIntra |= line.starts(first, "permit", "intra-interface");
            }
            case "name" -> names.put(line.word(2), line.word(1));
            case "banner" -> bannerEnd = asa ? null : bannerEnd(line.raw().strip());
            case "crypto" -> vpn |= line.starts("crypto", "map");
            case "sysopt", "no" -> vpnFiltered |= line.starts("no", "sysopt", "connection", "permit-vpn");
            case "nat" -> translates = true;
            case "asa" -> version(line, asa);
            case "version" -> iosVersion(line, asa);
            case "hostname" -> known = true;
            case "building", "current", ":" -> header(line);
            case "end" -> ended = true;
            case "{", "[", "config", "*filter", "<?xml" -> throw line.refusal("this is no Cisco configuration");
            default -> {}
        }
    }

    /** What a banner of IOS ends with, unless it ends on the line it starts on; whatever it says is no command. */
    private static @Nullable String bannerEnd(String line) {
        var text = BANNER.matcher(line).replaceFirst("");
        var mark = text.substring(0, Math.min(text.length(), text.startsWith("^") ? 2 : 1));
        return mark.isEmpty() || text.indexOf(mark, mark.length()) >= 0 ? null : mark;
    }

    /** The address a name stands for, or the word itself. */
    String address(String word) {
        return names.getOrDefault(word, word);
    }

    /** What IOS writes first; its configurations then end in "end". */
    private void iosVersion(Text.Line line, boolean asa) {
        if (asa) {
            throw line.refusal("this is a configuration of IOS, not one of an ASA");
        }
        known = true;
        whole = true;
    }

    private void header(Text.Line line) {
        ended |= line.starts(":", "end");
        whole |= line.starts("building", "configuration...")
                || line.starts("current", "configuration")
                || line.starts(":", "saved");
    }

    private void version(Text.Line line, boolean asa) {
        if (!asa && line.starts("ASA", "Version")) {
            throw line.refusal("this is an ASA configuration, not one of IOS");
        }
        known |= line.starts("ASA", "Version");
    }

    /** "access-list 101 permit ..." on IOS, "access-list NAME extended permit ..." on ASA. */
    private void entry(Text.Line line, boolean asa) {
        known = true;
        if (SETTINGS.contains(line.word(1))) {
            return;
        }
        var named = line.words().stream().limit(5).anyMatch(word -> word.text().equals("extended"));
        if (!asa && named) {
            throw line.refusal(2, "this is an access list of an ASA, not one of IOS");
        }
        keep(list(line.word(1), asa ? "extended" : numberedKind(line)).entries(), line);
    }

    private static String numberedKind(Text.Line line) {
        var number = line.word(1);
        if (!number.matches("[0-9]{1,4}")) {
            throw line.refusal(1, "the number of an access list is expected");
        }
        var value = Integer.parseInt(number);
        return value <= 99 || value >= 1300 && value <= 1999 ? "standard" : "extended";
    }

    private void accessGroup(Text.Line line, boolean asa) {
        known = true;
        if (asa) {
            keep(accessGroups, line);
        }
    }

    /** "ip access-list extended NAME", "ipv6 access-list NAME". */
    private void listBlock(Text.Line line, String family, boolean asa) {
        if (!line.starts(family, "access-list") || asa && family.equals("ipv6")) {
            return;
        }
        if (asa) {
            throw line.refusal("this is an access list of IOS, not one of an ASA");
        }
        known = true;
        var plain = family.equals("ipv6") || !List.of("standard", "extended").contains(line.word(2));
        if (line.word(plain ? 2 : 3).isEmpty()) {
            throw line.refusal(plain ? 2 : 3, "the name of an access list is missing");
        }
        if (!List.of("log-update", "logging", "resequence", "role-based", "match-local-traffic", "helper")
                .contains(line.word(2))) {
            var kind = family.equals("ipv6") ? "ipv6" : plain ? "extended" : line.word(2);
            open(list(line.word(plain ? 2 : 3), kind).entries());
        }
    }

    private AccessList list(String name, String kind) {
        return lists.computeIfAbsent(name, key -> new AccessList(key, kind, new ArrayList<>()));
    }

    /** "object network NAME", "object-group service NAME tcp", also "object-group group network NAME". */
    private void group(Text.Line line) {
        var at = line.word(1).equals("group") ? 2 : 1;
        if (line.word(at + 1).isEmpty()) {
            throw line.refusal(at + 1, "the name of an object is missing");
        }
        known = true;
        var group = new Group(line.word(at), line.word(at + 1), line, new ArrayList<>());
        groups.merge(key(line.word(0), group.name()), group, (old, more) -> old);
        open(groups.getOrDefault(key(line.word(0), group.name()), group).members());
    }

    /** The object (or group) of this name. */
    @Nullable
    Group group(String what, String name) {
        return groups.get(key(what, name));
    }

    private static String key(String what, String name) {
        return what.toLowerCase(Locale.ROOT) + " " + name;
    }

    private void open(List<Text.Line> lines) {
        block = lines;
    }

    private void keep(List<Text.Line> kept, Text.Line line) {
        if (++lines > Limits.RULES) {
            throw line.refusal("the configuration has more than " + Limits.RULES + " lines that matter");
        }
        kept.add(line);
    }

    private void check(boolean asa) {
        if (!known && interfaces.isEmpty()) {
            throw new UnreadableConfiguration(1, 1, "this is no configuration of Cisco " + (asa ? "ASA" : "IOS"));
        }
        if (whole && !ended || bannerEnd != null) {
            throw new UnreadableConfiguration(lastLine, 1, "the configuration ends before its 'end'");
        }
    }
}
