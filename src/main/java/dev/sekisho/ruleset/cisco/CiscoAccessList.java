package dev.sekisho.ruleset.cisco;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.set.IcmpTypeSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import dev.sekisho.ruleset.cisco.CiscoConfiguration.AccessList;
import dev.sekisho.ruleset.reading.AddressReader;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.Resolved;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleMatch;
import dev.sekisho.ruleset.reading.Text;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes down the entries of one access list in the order they apply; what none matches is left undecided. */
final class CiscoAccessList {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Set<String> REMARKS = Set.of("remark", "description", "statistics", "exit", "no");
    private static final Set<String> SKIPPED = Set.of("remark", "description", "statistics", "evaluate", "exit", "no");

    private record Entry(long sequence, Text.Line line, int at) {}

    private final AccessList list;
    private final CiscoGroups groups;
    private final boolean asa;

    CiscoAccessList(AccessList list, CiscoGroups groups, boolean asa) {
        this.list = list;
        this.groups = groups;
        this.asa = asa;
        groups.ask(list);
    }

    /** Whether a line can be one of a list; whoever pastes one may lose the space before it. */
    static boolean isEntry(String first) {
        return Set.of("permit", "deny", "remark").contains(first)
                || NUMBER.matcher(first).matches();
    }

    /** Whether a word is one that only lists for both families have. */
    static boolean isOfBoth(String word) {
        return word.equals("any4")
                || word.equals("any6")
                || word.contains(":") && AddressReader.isAddress(word.split("/", -1)[0]);
    }

    void write(RuleCollector rules) {
        var missing = CiscoShown.missing(list.entries());
        if (missing > 0) {
            var why = "access list " + Redaction.value(list.name()) + " is said to have " + missing
                    + " more elements than are shown";
            rules.note(why);
            rules.permit(RuleMatch.ANY, List.of(why), 0, "not shown");
        }
        for (var entry : entries()) {
            write(entry.line(), entry.at(), rules);
        }
        if (!asa && list.kind().equals("ipv6")) {
            var discovery = RuleMatch.ANY6.over(ProtocolSet.ICMPV6).types(IcmpTypeSet.of("135-136"));
            rules.permit(discovery, List.of(), 0, "implicit permit of neighbor discovery");
        }
    }

    /** Whether nothing in it decides anything; a router then lets everything pass, as if it had no list. */
    boolean isEmpty() {
        return entries().stream()
                .allMatch(entry -> REMARKS.contains(entry.line().word(entry.at())));
    }

    /** In order of sequence numbers; an entry without one follows the last one by ten, as the device counts. */
    private List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        var sequence = 0L;
        for (var line : CiscoShown.leaves(list.entries())) {
            var at = start(line);
            var numbered = NUMBER.matcher(line.word(at)).matches();
            var number = numbered ? line.word(at) : numberBehind(line);
            sequence = number.isEmpty() ? sequence + 10 : Long.parseLong(number);
            entries.add(new Entry(sequence, line, numbered ? at + 1 : at));
        }
        entries.sort(Comparator.comparingLong(Entry::sequence));
        return entries;
    }

    /** Lists of IPv6 may have the number last. */
    private static String numberBehind(Text.Line line) {
        var last = line.words().size() - 1;
        var behind = last > 0
                && line.word(last - 1).equals("sequence")
                && NUMBER.matcher(line.word(last)).matches();
        return behind ? line.word(last) : "";
    }

    private int start(Text.Line line) {
        if (asa) {
            var name = line.starts("ipv6") ? 2 : 1;
            var at = line.word(name + 1).equals("line") ? name + 3 : name + 1;
            return Set.of("extended", "standard").contains(line.word(at)) ? at + 1 : at;
        }
        return line.starts("access-list") ? 2 : line.starts("sequence") ? 1 : 0;
    }

    private void write(Text.Line line, int at, RuleCollector rules) {
        var word = line.word(at);
        if (SKIPPED.contains(word) || asa && Set.of("ethertype", "webtype").contains(word)) {
            return;
        }
        if (word.equals("dynamic")) {
            rules.permit(RuleMatch.ANY4, List.of("opens on demand (dynamic)"), line.number(), line.raw());
            return;
        }
        var action = word.equals("deny") ? Action.DENY : Action.PERMIT;
        Resolved<List<RuleMatch>> matches;
        try {
            matches = matches(line, at, word);
        } catch (UnreadableConfiguration unreadable) {
            if (unreadable.line() != line.number()) {
                throw unreadable;
            }
            rules.unreadable(action, family(line), unreadable, line.raw());
            return;
        }
        matches.set().forEach(match -> rules.add(action, match, matches.doubts(), line.number(), line.raw()));
    }

    private Resolved<List<RuleMatch>> matches(Text.Line line, int at, String word) {
        if (!word.equals("permit") && !word.equals("deny")) {
            throw line.refusal(at, "permit or deny is expected");
        }
        var entry = new CiscoEntry(line, at + 1, groups, asa);
        return isStandard(line) ? entry.standard() : entry.extended(family(line));
    }

    private boolean isStandard(Text.Line line) {
        return list.kind().equals("standard")
                || asa && line.words().stream().limit(5).anyMatch(w -> w.text().equals("standard"));
    }

    /** Up to 8.4 an ASA has lists of IPv4 and lists of IPv6, later ones hold both. */
    private RuleMatch family(Text.Line line) {
        if (asa ? line.starts("ipv6") : list.kind().equals("ipv6")) {
            return RuleMatch.ANY6;
        }
        return asa && groups.mixFamilies() ? RuleMatch.ANY : RuleMatch.ANY4;
    }
}
