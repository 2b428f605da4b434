package dev.sekisho.ruleset.cisco;

import dev.sekisho.ruleset.cisco.CiscoConfiguration.AccessList;
import dev.sekisho.ruleset.cisco.CiscoConfiguration.Block;
import dev.sekisho.ruleset.cisco.CiscoConfiguration.Group;
import dev.sekisho.ruleset.cisco.CiscoConfiguration.Interface;
import dev.sekisho.ruleset.reading.ConfigurationLimits;
import dev.sekisho.ruleset.reading.Text;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an IOS or ASA configuration line by line and keeps what filtering depends on. */
final class CiscoParser {

    private static final Pattern BANNER =
            Pattern.compile("^banner\\s+((exec|incoming|login|motd|prompt-timeout|slip-ppp|config-save)\\s+)?");

    /** What follows "access-list" without being a list. */
    private static final Set<String> SETTINGS =
            Set.of("alert-interval", "deny-flow-max", "mode", "compiled", "rate-limit", "template", "dynamic-extended");

    /** The first words of what else decides what passes: tunnels, translations, exceptions. */
    private static final Set<String> KEPT = Set.of(
            "aaa",
            "conduit",
            "crypto",
            "established",
            "global",
            "group-policy",
            "nat",
            "no",
            "static",
            "sysopt",
            "tunnel-group",
            "tunnel-group-map",
            "vpdn",
            "webvpn");

    private final CiscoConfiguration device = new CiscoConfiguration();
    private final CiscoKind.Signs signs = new CiscoKind.Signs();
    private final boolean asa;
    private @Nullable List<Text.Line> block;
    private @Nullable String bannerEnd;
    private boolean inList;
    private boolean known;
    private boolean named;
    private boolean whole;
    private int lines;
    private int lastLine = 1;

    private CiscoParser(boolean asa) {
        this.asa = asa;
    }

    static CiscoConfiguration read(String text, boolean asa) {
        var parser = new CiscoParser(asa);
        UnreadableConfiguration refused = null;
        for (var line : Text.lines(text)) {
            parser.lastLine = line.number();
            if (refused == null) {
                refused = parser.refusal(line);
            } else {
                // what kind it is says more than where it cannot be read
                parser.signs.see(line);
            }
        }
        if (refused != null) {
            throw refused;
        }
        parser.check();
        return parser.device;
    }

    private @Nullable UnreadableConfiguration refusal(Text.Line line) {
        try {
            read(line);
            return null;
        } catch (UnreadableConfiguration refused) {
            return refused;
        }
    }

    private void read(Text.Line line) {
        if (bannerEnd != null) {
            bannerEnd = line.raw().contains(bannerEnd) ? null : bannerEnd;
            return;
        }
        signs.see(line);
        var first = line.word(0).toLowerCase(Locale.ROOT);
        if (first.startsWith("!") || first.startsWith("#")) {
            return;
        }
        if (block != null && (line.indent() > 0 || inList && CiscoAccessList.isEntry(first))) {
            keep(block, line);
            return;
        }
        inList = false;
        block = null;
        top(line, first);
    }

    private void top(Text.Line line, String first) {
        switch (first) {
            case "access-list" -> entry(line);
            case "access-group" -> accessGroup(line);
            case "ip" -> listBlock(line, first);
            case "ipv6" -> {
                if (!shownList(line)) {
                    listBlock(line, first);
                }
            }
            case "standard", "extended" -> shownList(line);
            case "object", "object-group" -> group(line);
            case "interface" -> {
                var one = new Interface(line.word(1), new ArrayList<>());
                device.interfaces.add(one);
                open(one.lines());
            }
            case "same-security-traffic" -> {
                device.sameSecurityInter |= line.starts(first, "permit", "inter-interface");
                device.sameSecurityIntra |= line.starts(first, "permit", "intra-interface");
            }
            case "name" -> device.names.put(line.word(2), line.word(1));
            case "banner" -> bannerEnd = asa ? null : bannerEnd(line.raw().strip());
            case "nameif" -> namedInterface(line);
            case "asa", "pix", "fwsm" -> version(line);
            case "version" -> iosVersion(line);
            case "hostname" -> hostname(line);
            case "building", "current", ":" -> header(line);
            case "end" -> device.ended = true;
            case "{", "[", "config", "*filter", "<?xml" -> throw line.refusal("this is no Cisco configuration");
            default -> {
                if (KEPT.contains(first)) {
                    block(line);
                }
            }
        }
    }

    /** Two devices may call different lists by one name; nothing says whose lines are whose. */
    private void hostname(Text.Line line) {
        if (named) {
            throw line.refusal("this begins the configuration of a second device or context; name one at a time");
        }
        known = true;
        named = true;
    }

    private void block(Text.Line line) {
        var kept = new Block(line, new ArrayList<>());
        device.blocks
                .computeIfAbsent(line.word(0).toLowerCase(Locale.ROOT), none -> new ArrayList<>())
                .add(kept);
        open(kept.lines());
        count(line);
    }

    /** A PIX up to 6.3 names its interfaces apart: "nameif ethernet0 outside security0". */
    private void namedInterface(Text.Line line) {
        var lines = new ArrayList<Text.Line>();
        lines.add(line.saying("nameif", line.word(2)));
        lines.add(line.saying("security-level", line.word(3).replace("security", "")));
        device.interfaces.add(new Interface(line.word(1), lines));
    }

    /** What a banner of IOS ends with, unless it ends on the line it starts on; whatever it says is no command. */
    private static @Nullable String bannerEnd(String line) {
        var text = BANNER.matcher(line).replaceFirst("");
        var mark = text.substring(0, Math.min(text.length(), text.startsWith("^") ? 2 : 1));
        return mark.isEmpty() || text.indexOf(mark, mark.length()) >= 0 ? null : mark;
    }

    /** What IOS writes first; its configurations then end in "end". */
    private void iosVersion(Text.Line line) {
        if (asa) {
            throw line.refusal("this is a configuration of IOS, not one of an ASA");
        }
        known = true;
        whole = true;
        device.version = CiscoVersion.of(line.word(1));
    }

    private void header(Text.Line line) {
        device.ended |= line.starts(":", "end");
        whole |= line.starts("building", "configuration...")
                || line.starts("current", "configuration")
                || line.starts(":", "saved");
    }

    private void version(Text.Line line) {
        if (!line.word(1).equals("Version")) {
            return;
        }
        if (!asa) {
            throw line.refusal("this is an ASA configuration, not one of IOS");
        }
        known = true;
        device.version = line.starts("FWSM") ? CiscoVersion.FWSM : CiscoVersion.of(line.word(2));
    }

    /** "access-list 101 permit ..." on IOS, "access-list NAME extended permit ..." on ASA. */
    private void entry(Text.Line line) {
        known = true;
        if (SETTINGS.contains(line.word(1)) || CiscoShown.isSummary(line)) {
            return;
        }
        if (CiscoShown.isHeading(line)) {
            keep(list(line.word(1).replace(";", ""), "extended").entries(), line);
            return;
        }
        var named = line.words().stream().limit(5).anyMatch(word -> word.text().equals("extended"));
        if (!asa && named) {
            throw line.refusal(2, "this is an access list of an ASA, not one of IOS");
        }
        keep(list(line.word(1), asa ? "extended" : numberedKind(line)).entries(), line);
        device.sixInLists |= line.words().stream().skip(2).map(Text.Word::text).anyMatch(CiscoAccessList::isOfBoth);
    }

    private static String numberedKind(Text.Line line) {
        var number = line.word(1);
        if (!number.matches("[0-9]{1,4}")) {
            throw line.refusal(1, "an access list has a number here; one with a name, written so, is of an ASA");
        }
        var value = Integer.parseInt(number);
        return value <= 99 || value >= 1300 && value <= 1999 ? "standard" : "extended";
    }

    private void accessGroup(Text.Line line) {
        known = true;
        if (asa) {
            keep(device.accessGroups, line);
        }
    }

    /** As "show access-lists" begins a list: "Extended IP access list NAME", "IPv6 access list NAME". */
    private boolean shownList(Text.Line line) {
        var at = line.word(1).equalsIgnoreCase("ip") ? 1 : 0;
        if (!line.word(at + 1).equals("access")
                || !line.word(at + 2).equals("list")
                || line.word(at + 3).isEmpty()) {
            return false;
        }
        known = true;
        openList(list(line.word(at + 3), line.word(0).toLowerCase(Locale.ROOT)));
        return true;
    }

    /** "ip access-list extended NAME", "ipv6 access-list NAME". */
    private void listBlock(Text.Line line, String family) {
        if (line.starts("ip", "nat") || line.starts("ip", "address")) {
            block(line);
            return;
        }
        if (!line.starts(family, "access-list")) {
            return;
        }
        if (asa && family.equals("ipv6")) {
            asaSixEntry(line);
            return;
        }
        if (asa) {
            throw line.refusal("this is an access list of IOS, not one of an ASA");
        }
        known = true;
        var plain = family.equals("ipv6") || !List.of("standard", "extended").contains(line.word(2));
        if (line.word(plain ? 2 : 3).isEmpty()) {
            passOver(line, "the name of an access list is missing");
            return;
        }
        if (!List.of("log-update", "logging", "resequence", "role-based", "match-local-traffic", "helper")
                .contains(line.word(2))) {
            var kind = family.equals("ipv6") ? "ipv6" : plain ? "extended" : line.word(2);
            openList(list(line.word(plain ? 2 : 3), kind));
        }
    }

    /** Before 9.0 an ASA has lists of their own for IPv6: "ipv6 access-list NAME permit ...". */
    private void asaSixEntry(Text.Line line) {
        known = true;
        if (!line.word(2).equals("webtype")) {
            keep(list(line.word(2), "ipv6").entries(), line);
        }
    }

    private AccessList list(String name, String kind) {
        return device.lists.computeIfAbsent(name, key -> new AccessList(key, kind, new ArrayList<>()));
    }

    /** "object network NAME", "object-group service NAME tcp", also "object-group group network NAME". */
    private void group(Text.Line line) {
        var at = line.word(1).equals("group") ? 2 : 1;
        if (line.word(at + 1).isEmpty()) {
            passOver(line, "the name of an object is missing");
            return;
        }
        known = true;
        var group = new Group(line.word(at), line.word(at + 1), line, new ArrayList<>());
        device.groups.merge(CiscoConfiguration.key(line.word(0), group.name()), group, (old, more) -> old);
        open(device.groups
                .getOrDefault(CiscoConfiguration.key(line.word(0), group.name()), group)
                .members());
    }

    private void open(List<Text.Line> lines) {
        block = lines;
    }

    private void openList(AccessList list) {
        open(list.entries());
        inList = true;
    }

    /** A device takes no such line, nor what stands below it. */
    private void passOver(Text.Line line, String why) {
        device.notes.add("line " + line.number() + ": this line and what stands below it do not count: " + why);
        open(new ArrayList<>());
    }

    private void keep(List<Text.Line> kept, Text.Line line) {
        count(line);
        kept.add(line);
    }

    private void count(Text.Line line) {
        if (++lines > ConfigurationLimits.RULES) {
            throw line.refusal("the configuration has more than " + ConfigurationLimits.RULES + " lines that matter");
        }
    }

    private void check() {
        if (!known && device.interfaces.isEmpty()) {
            throw new UnreadableConfiguration(1, 1, "this is no configuration of Cisco " + (asa ? "ASA" : "IOS"));
        }
        if (whole && !device.ended || bannerEnd != null) {
            throw new UnreadableConfiguration(lastLine, 1, "the configuration ends before its 'end'");
        }
    }
}
