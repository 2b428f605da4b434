package dev.sekisho.ruleset.netfilter;

import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.IcmpTypeSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import dev.sekisho.ruleset.netfilter.ChainRule.InterfaceCondition;
import dev.sekisho.ruleset.reading.DeclaredFamily;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.RuleMatch;
import dev.sekisho.ruleset.reading.ServiceNames;
import dev.sekisho.ruleset.reading.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the options of one rule: those that fit the neutral form narrow the match, the others become doubts. Behind the
 * target may stand conditions too, where somebody wrote the rule by hand.
 */
final class IptablesOptions {

    /** Modules whose options are all read here, or are doubts one by one; any other module is a doubt by itself. */
    private static final Set<String> MODULES = Set.of(
            "tcp",
            "udp",
            "udplite",
            "sctp",
            "dccp",
            "icmp",
            "icmp6",
            "icmpv6",
            "multiport",
            "mport",
            "iprange",
            "state",
            "conntrack",
            "comment",
            "recent");

    private static final Set<String> STATES = Set.of("NEW", "ESTABLISHED", "RELATED", "INVALID", "UNTRACKED");

    private final Text.Line line;
    private int at;
    private RuleMatch match = RuleMatch.ANY;
    private List<RuleMatch> alternatives = List.of(RuleMatch.ANY);
    private final List<InterfaceCondition> in = new ArrayList<>();
    private final List<InterfaceCondition> out = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();
    private final Set<DeclaredFamily> families = EnumSet.noneOf(DeclaredFamily.class);
    private final IptablesRewrite rewrite = new IptablesRewrite();
    private Tracking tracking = Tracking.ALL;
    private String target = "";
    private boolean comesBack = true;
    private boolean unknownModule;
    private boolean oneFamilyOnly;

    IptablesOptions(Text.Line line, int at) {
        this.line = line;
        this.at = at;
    }

    ChainRule rule() {
        while (at < line.words().size()) {
            option();
        }
        var matches = alternatives.stream()
                .map(match::and)
                .filter(one -> !one.isEmpty())
                .toList();
        return new ChainRule(
                line.number(),
                line.raw(),
                matches,
                List.copyOf(in),
                List.copyOf(out),
                List.copyOf(doubts),
                tracking,
                rewrite.target(target, comesBack));
    }

    /** The families of the addresses in the rule; none if it is marked for one, for it may stand in a file for both. */
    Set<DeclaredFamily> families() {
        rewrite.addresses().forEach(this::note);
        return oneFamilyOnly ? Set.of() : families;
    }

    private void option() {
        var negated = skipNegation();
        var name = next("an option");
        switch (name) {
            case "-p", "--protocol", "--proto" -> value(negated, this::protocol);
            case "-s", "--source", "--src" ->
                value(negated, (not, text) -> narrow(match.from(signed(not, IptablesValues.addresses(text)))));
            case "-d", "--destination", "--dst" ->
                value(negated, (not, text) -> narrow(match.to(signed(not, IptablesValues.addresses(text)))));
            case "-i", "--in-interface" -> value(negated, (not, text) -> in.add(InterfaceCondition.of(text, not)));
            case "-o", "--out-interface" -> value(negated, (not, text) -> out.add(InterfaceCondition.of(text, not)));
            case "--sport", "--source-port", "--sports", "--source-ports" ->
                value(negated, (not, text) -> narrow(match.fromPorts(ports(not, text))));
            case "--dport", "--destination-port", "--dports", "--destination-ports" ->
                value(negated, (not, text) -> narrow(match.toPorts(ports(not, text))));
            case "--ports" -> value(negated, this::eitherPort);
            case "--src-range" ->
                value(negated, (not, text) -> narrow(match.from(signed(not, IptablesValues.range(text)))));
            case "--dst-range" ->
                value(negated, (not, text) -> narrow(match.to(signed(not, IptablesValues.range(text)))));
            case "--icmp-type" -> value(negated, (not, text) -> icmp(not, text, false));
            case "--icmpv6-type" -> value(negated, (not, text) -> icmp(not, text, true));
            case "--state", "--ctstate" -> value(negated, this::state);
            case "--tcp-flags" -> flags(negated);
            case "--syn" -> flags(negated, Set.of("FIN", "SYN", "RST", "ACK"), Set.of("SYN"));
            case "-f", "--fragment" -> fragment(negated);
            case "-m", "--match" -> module(next("the name of a match"));
            case "-j", "--jump" -> jump(true);
            case "-g", "--goto" -> jump(false);
            case "-c", "--set-counters" -> at += 2;
            case "-4", "--ipv4" -> only(RuleMatch.ANY4);
            case "-6", "--ipv6" -> only(RuleMatch.ANY6);
            case "--comment", "--log-prefix", "--nflog-prefix", "--ulog-prefix", "--reject-with" -> next("a text");
            case "--set" -> recentSet(negated);
            case "--name", "--mask" -> next("a value");
            case "--rsource", "--rdest", "--tarpit" -> {}
            default -> {
                if (target.isEmpty() || !translation(name)) {
                    unknown(negated, name);
                }
            }
        }
    }

    /** Whether this is an option of the targets that translate destinations. */
    private boolean translation(String name) {
        switch (name) {
            case "--to-destination", "--to" -> value(false, (not, text) -> rewritten(() -> rewrite.destination(text)));
            case "--to-ports", "--to-port" -> value(false, (not, text) -> rewritten(() -> rewrite.ports(text)));
            case "--random", "--random-fully", "--persistent" -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    private void rewritten(Runnable reading) {
        try {
            reading.run();
        } catch (IllegalArgumentException e) {
            rewrite.spoil();
            throw e;
        }
    }

    private interface Reading {
        void read(boolean negated, String text);
    }

    /** Reads the value of an option; old exports put the negation before the value. */
    private void value(boolean negated, Reading reading) {
        var option = Redaction.value(line.word(at - 1));
        var not = skipNegation() != negated;
        var text = next("the value of " + option);
        try {
            reading.read(not, text);
        } catch (IllegalArgumentException e) {
            odd("'" + Redaction.value(text) + "' is no value of " + option);
        }
    }

    /** No kernel takes such a rule: nobody knows what it was to be. */
    private void odd(String why) {
        doubts.add("line " + line.number() + ": " + why);
    }

    private void protocol(boolean not, String text) {
        var set = IptablesValues.protocols(text);
        narrow(match.over(not ? set.complement() : set));
    }

    private AddressSet signed(boolean not, AddressSet set) {
        note(set);
        return not ? set.complement() : set;
    }

    private void note(AddressSet set) {
        for (var family : DeclaredFamily.values()) {
            if (set.intersects(family.addresses())) {
                families.add(family);
            }
        }
    }

    private PortSet ports(boolean not, String text) {
        var set = IptablesValues.ports(match.protocols(), text);
        return not ? set.complement() : set;
    }

    /** A packet whose source or destination port is one of these: two matches, or one where it is neither. */
    private void eitherPort(boolean not, String text) {
        var set = ports(not, text);
        if (not) {
            narrow(match.fromPorts(set).toPorts(set));
        } else {
            alternatives = alternatives.stream()
                    .flatMap(one -> Stream.of(one.fromPorts(set), one.toPorts(set)))
                    .toList();
        }
    }

    private void icmp(boolean not, String text, boolean version6) {
        if (text.equals("any") || text.equals("255/0")) {
            narrow(not ? RuleMatch.NONE : match);
            return;
        }
        var slash = text.indexOf('/');
        var type = ServiceNames.icmp(slash < 0 ? text : text.substring(0, slash), version6)
                .orElseThrow(() -> new IllegalArgumentException("unknown ICMP type"));
        if (slash >= 0 || type.oneCode()) {
            doubts.add("matches some ICMP codes only");
        }
        var types = IcmpTypeSet.of(type.type());
        // not one code: other codes of the type still match
        narrow(match.types(not && slash < 0 && !type.oneCode() ? types.complement() : not ? IcmpTypeSet.ANY : types));
    }

    /** Only what a packet that opens a connection can be counts: NEW, or untracked where the raw table says so. */
    private void state(boolean not, String text) {
        var states = Set.copyOf(Arrays.asList(text.toUpperCase(Locale.ROOT).split(",", -1)));
        var taken = Tracking.of(states.contains("NEW"), states.contains("UNTRACKED"));
        if (STATES.containsAll(states) || taken.takesTracked() && !not) {
            tracking = tracking.and(not ? taken.negation() : taken);
            return;
        }
        doubts.add(
                states.contains("SNAT") || states.contains("DNAT")
                        ? "depends on address translation"
                        : "depends on a state that is not known");
        tracking = tracking.and(not ? taken.negation() : Tracking.ALL);
    }

    private void flags(boolean negated) {
        try {
            flags(
                    negated,
                    IptablesValues.flags(next("the flags to look at")),
                    IptablesValues.flags(next("the flags that are set")));
        } catch (IllegalArgumentException e) {
            odd("these are no TCP flags");
        }
    }

    /** A TCP packet that opens a connection has SYN set and nothing else. */
    private void flags(boolean negated, Set<String> looked, Set<String> set) {
        var holds = set.equals(looked.contains("SYN") ? Set.of("SYN") : Set.of());
        narrow(holds != negated ? match.over(ProtocolSet.TCP) : RuleMatch.NONE);
    }

    /** Connections open with unfragmented packets or first fragments. */
    private void fragment(boolean negated) {
        narrow(negated ? match : RuleMatch.NONE);
    }

    private void module(String name) {
        unknownModule = !MODULES.contains(name);
        if (unknownModule) {
            doubts.add("depends on -m " + Redaction.value(name));
        }
    }

    /** "-m recent --set" only remembers the packet and always matches. */
    private void recentSet(boolean negated) {
        if (at < line.words().size() && isValue(line.words().get(at))) {
            // not of "recent" but the old form of "-m set --match-set"
            unknown(negated, "--set");
        } else {
            narrow(negated ? RuleMatch.NONE : match);
        }
    }

    private void jump(boolean back) {
        var named = next("a target");
        target = named.isEmpty() ? "-j" : named;
        comesBack = back;
    }

    /** Such a rule counts in one of iptables-restore and ip6tables-restore, and the other passes over it. */
    private void only(RuleMatch family) {
        oneFamilyOnly = true;
        narrow(match.and(family));
    }

    private void unknown(boolean negated, String name) {
        if (!name.startsWith("-") || name.length() < 2) {
            odd("'" + Redaction.value(name) + "' is no option");
        }
        while (at < line.words().size() && isValue(line.words().get(at))) {
            at++;
        }
        if (!unknownModule) {
            doubts.add("depends on " + (negated ? "not " : "") + Redaction.value(name));
        }
    }

    private static boolean isValue(Text.Word word) {
        return word.quoted()
                || !word.text().equals("!")
                        && !(word.text().startsWith("-") && word.text().length() > 1);
    }

    private boolean skipNegation() {
        if (!line.word(at).equals("!")) {
            return false;
        }
        at++;
        return true;
    }

    private void narrow(RuleMatch narrower) {
        match = narrower;
    }

    private String next(String what) {
        if (at >= line.words().size()) {
            odd(what + " is missing");
            return "";
        }
        return line.words().get(at++).text();
    }
}
