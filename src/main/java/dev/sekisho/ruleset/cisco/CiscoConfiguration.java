package dev.sekisho.ruleset.cisco;

import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.ruleset.reading.AddressReader;
import dev.sekisho.ruleset.reading.ConfigurationLimits;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.Resolved;
import dev.sekisho.ruleset.reading.Sections;
import dev.sekisho.ruleset.reading.Sections.Section;
import dev.sekisho.ruleset.reading.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of an IOS or ASA configuration that filtering depends on; every other line is passed over unread. */
public final class CiscoConfiguration {

    /** An access list; {@code kind} is standard, extended or ipv6. */
    record AccessList(String name, String kind, List<Text.Line> entries) {

        Section section() {
            return Section.of(
                    "access list", name, entries.isEmpty() ? 1 : entries.get(0).number());
        }
    }

    /** An object or object group with the lines of its block. */
    record Group(String kind, String name, Text.Line head, List<Text.Line> members) {}

    /** A line at the left margin with the lines of its block. */
    record Block(Text.Line head, List<Text.Line> lines) {

        /** The word behind this start on a line of the block. */
        public Optional<String> word(String... start) {
            return lines.stream()
                    .filter(line -> line.starts(start))
                    .map(line -> line.word(start.length))
                    .findFirst();
        }
    }

    /** An interface with the lines of its block. */
    public record Interface(String name, List<Text.Line> lines) {

        public String word(String... start) {
            return lines.stream()
                    .filter(line -> line.starts(start))
                    .map(line -> line.word(start.length))
                    .findFirst()
                    .orElse("");
        }

        boolean has(String... start) {
            return lines.stream().anyMatch(line -> line.starts(start));
        }

        boolean speaksIpv6() {
            return has("ipv6", "address") || has("ipv6", "enable");
        }

        boolean speaksIpv4() {
            return has("ip", "address") || has("ip", "unnumbered");
        }
    }

    public final Map<String, AccessList> lists = new LinkedHashMap<>();
    final Map<String, Group> groups = new LinkedHashMap<>();
    public final List<Interface> interfaces = new ArrayList<>();
    final List<Text.Line> accessGroups = new ArrayList<>();
    final Map<String, String> names = new HashMap<>();
    final Map<String, List<Block>> blocks = new HashMap<>();
    CiscoVersion version = CiscoVersion.UNKNOWN;
    boolean sameSecurityInter;
    boolean sameSecurityIntra;

    /** An entry of an ASA's list speaks of a family by name. */
    boolean sixInLists;

    /** Lines that do not count, and why. */
    final List<String> notes = new ArrayList<>();

    /** The access lists, and which of them were asked. */
    final Sections sections = new Sections();

    /** Its last line says that it is the last one. */
    boolean ended;

    public static CiscoConfiguration of(String text, boolean asa) {
        return CiscoParser.read(text, asa);
    }

    /** The blocks (and single lines) that start so. */
    List<Block> blocks(String... start) {
        return blocks.getOrDefault(start[0], List.of()).stream()
                .filter(block -> block.head().starts(start))
                .toList();
    }

    /** The address a name stands for, or the word itself. */
    String address(String word) {
        return names.getOrDefault(word, word);
    }

    /** The IPv4 address of the interface of this name, if it is a fixed one. */
    Resolved<AddressSet> addressOf(String name) {
        var stated = interfaces.stream()
                .filter(one ->
                        one.name().equalsIgnoreCase(name) || one.word("nameif").equals(name))
                .map(one -> one.word("ip", "address"))
                .findFirst()
                .orElse("");
        var address = address(stated.isEmpty() ? oldAddressOf(name) : stated);
        return AddressReader.isFour(address)
                ? Resolved.exactly(AddressReader.cidr(address))
                : Resolved.doubtful(
                        AddressSet.ANY4, "the address of interface " + Redaction.value(name) + " is not known");
    }

    /** A PIX up to 6.3 says "ip address outside 203.0.113.2 255.255.255.0". */
    private String oldAddressOf(String name) {
        return blocks("ip", "address", name).stream()
                .map(block -> block.head().word(3))
                .findFirst()
                .orElse("");
    }

    /** Says that the interface has no IPv6: in a complete configuration one that has IPv4 and does not name it. */
    boolean excludesIpv6(Interface one) {
        return isComplete() && one.speaksIpv4() && !one.speaksIpv6();
    }

    /** What was read, with the lines that do not count told beside it. */
    RuleSet noted(RuleSet rules) {
        return notes.isEmpty()
                ? rules
                : new RuleSet(
                        rules.rules(),
                        rules.defaultAction(),
                        Stream.concat(rules.notes().stream(), notes.stream().limit(ConfigurationLimits.NOTES))
                                .toList(),
                        rules.translations());
    }

    CiscoVersion version() {
        return version;
    }

    /** Whether the lists of an ASA hold both families, as they do since 9.0 and as their entries may show. */
    boolean mixesFamilies() {
        return version.isKnown() ? version.isFrom(9, 0) : sixInLists;
    }

    /** Nothing is left out, so that what is not said is off. */
    boolean isComplete() {
        return ended && !version.equals(CiscoVersion.UNKNOWN);
    }

    /** The object (or group) of this name. */
    @Nullable
    Group group(String what, String name) {
        return groups.get(key(what, name));
    }

    static String key(String what, String name) {
        return what.toLowerCase(Locale.ROOT) + " " + name;
    }
}
