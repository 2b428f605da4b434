package dev.sekisho.firewall.reader;

import dev.sekisho.firewall.reader.ChainRule.InterfaceCondition;
import dev.sekisho.risk.traffic.AddressSet;
import dev.sekisho.risk.traffic.IcmpTypeSet;
import dev.sekisho.risk.traffic.PortSet;
import dev.sekisho.risk.traffic.ProtocolSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Reads the options of one rule: those that fit the neutral form narrow the match, the others become doubts. */
final class IptablesOptions {

    private static final Set<String> FLAGS = Set.of("FIN", "SYN", "RST", "PSH", "ACK", "URG");

    private static final Set<String> CONDITIONS = Set.of(
            "-p",
            "--protocol",
            "-s",
            "--source",
            "--src",
            "-d",
            "--destination",
            "--dst",
            "-i",
            "--in-interface",
            "-o",
            "--out-interface",
            "-m",
            "--match",
            "-f",
            "--fragment");

    private final Text.Line line;
    private int at;
    private Match match = Match.ANY;
    private List<Match> alternatives = List.of(Match.ANY);
    private final List<InterfaceCondition> in = new ArrayList<>();
    private final List<InterfaceCondition> out = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();
    private boolean untracked;
    private boolean six;
    private String target = "";
    private boolean jumps = true;
    private boolean narrowing;

    IptablesOptions(Text.Line line, int at) {
        this.line = line;
        this.at = at;
    }

    ChainRule rule() {
        while (at < line.words().size()) {
            if (target.isEmpty() || narrows()) {
                option();
            } else {
                at++;
            }
        }
        six |= line.raw().contains("icmp6-");
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
                untracked,
                target,
                jumps,
                six);
    }

    /** Behind the target stand its own options, but whoever wrote the file by hand may state conditions there too. */
    private boolean narrows() {
        narrowing |= CONDITIONS.contains(line.word(line.word(at).equals("!") ? at + 1 : at))
                && !line.words().get(at).quoted();
        return narrowing;
    }

    private void option() {
        var negated = skipNegation();
        var name = next("an option");
        switch (name) {
            case "-p", "--protocol", "--proto" -> value(negated, this::protocol);
            case "-s", "--source", "--src" -> value(negated, (not, text) -> narrow(match.from(addresses(not, text))));
            case "-d", "--destination", "--dst" ->
                value(negated, (not, text) -> narrow(match.to(addresses(not, text))));
            case "-i", "--in-interface" -> value(negated, (not, text) -> in.add(InterfaceCondition.of(text, not)));
            case "-o", "--out-interface" -> value(negated, (not, text) -> out.add(InterfaceCondition.of(text, not)));
            case "--sport", "--source-port", "--sports", "--source-ports" ->
                value(negated, (not, text) -> narrow(match.fromPorts(ports(not, text))));
            case "--dport", "--destination-port", "--dports", "--destination-ports" ->
                value(negated, (not, text) -> narrow(match.toPorts(ports(not, text))));
            case "--ports" -> value(negated, this::eitherPort);
            case "--src-range" -> value(negated, (not, text) -> narrow(match.from(range(not, text))));
            case "--dst-range" -> value(negated, (not, text) -> narrow(match.to(range(not, text))));
            case "--icmp-type" -> value(negated, (not, text) -> icmp(not, text, false));
            case "--icmpv6-type" -> value(negated, (not, text) -> icmp(not, text, true));
            case "--state", "--ctstate" -> value(negated, this::state);
            case "--tcp-flags" -> flags(negated, next("the flags to look at"), next("the flags that are set"));
            case "--syn" -> flags(negated, "FIN,SYN,RST,ACK", "SYN");
            case "-f", "--fragment" -> fragment(negated);
            case "-m", "--match" -> next("the name of a match");
            case "-j", "--jump" -> jump(true);
            case "-g", "--goto" -> jump(false);
            case "-c", "--set-counters" -> at += 2;
            case "-4", "--ipv4" -> narrow(match.and(Match.ANY4));
            case "-6", "--ipv6" -> narrow(match.and(Match.ANY6));
            case "--comment" -> next("a comment");
            case "--set" -> recentSet(negated);
            case "--name", "--mask" -> next("a value");
            case "--rsource", "--rdest" -> {}
            default -> unknown(negated, name);
        }
    }

    private interface Reading {
        void read(boolean negated, String text);
    }

    /** Reads the value of an option; old exports put the negation before the value. */
    private void value(boolean negated, Reading reading) {
        var not = skipNegation() != negated;
        var column = at;
        var text = next("a value");
        try {
            reading.read(not, text);
        } catch (IllegalArgumentException e) {
            throw line.refusal(column, "'" + Redaction.value(text) + "' is no value of this option");
        }
    }

    private void protocol(boolean not, String text) {
        var names = text.toLowerCase(Locale.ROOT);
        six |= !not && Set.of("58", "ipv6-icmp", "icmpv6", "icmp6").contains(names);
        var set = names.equals("all") || names.equals("0") ? ProtocolSet.ANY : ProtocolSet.of(protocolNumber(names));
        narrow(match.over(not ? set.complement() : set));
    }

    private static int protocolNumber(String name) {
        return Names.protocol(name).orElseThrow(() -> new IllegalArgumentException("unknown protocol"));
    }

    private AddressSet addresses(boolean not, String text) {
        six |= text.indexOf(':') >= 0;
        return set(not, text, AddressSet::union, IptablesOptions::address);
    }

    private static AddressSet address(String text) {
        if (text.chars().anyMatch(c -> c >= 'g' && c <= 'z')) {
            throw new IllegalArgumentException("a host name");
        }
        return Addresses.cidr(text);
    }

    private AddressSet range(boolean not, String text) {
        six |= text.indexOf(':') >= 0;
        var ends = text.split("-", -1);
        if (ends.length > 2) {
            throw new IllegalArgumentException("not a range");
        }
        var range = Addresses.range(ends[0], ends[ends.length - 1]);
        return not ? range.complement() : range;
    }

    private static AddressSet set(
            boolean not,
            String text,
            Function<List<AddressSet>, AddressSet> union,
            Function<String, AddressSet> reader) {
        var set = union.apply(Arrays.stream(text.split(",", -1)).map(reader).toList());
        return not ? set.complement() : set;
    }

    private PortSet ports(boolean not, String text) {
        var set = PortSet.NONE;
        for (var part : text.split(",", -1)) {
            set = set.union(portRange(part));
        }
        return not ? set.complement() : set;
    }

    private PortSet portRange(String part) {
        var ends = part.split("[:-]", 2);
        if (ends.length == 1 || port(part) >= 0) {
            return PortSet.of(known(part));
        }
        return PortSet.range(ends[0].isEmpty() ? 0 : known(ends[0]), ends[1].isEmpty() ? 65535 : known(ends[1]));
    }

    private int known(String text) {
        if (port(text) < 0) {
            throw new IllegalArgumentException("not a port");
        }
        return port(text);
    }

    private int port(String text) {
        return Names.port(match.protocols(), text).orElse(-1);
    }

    /** A packet whose source or destination port is one of these: two matches, or one where it is neither. */
    private void eitherPort(boolean not, String text) {
        var set = ports(not, text);
        if (not) {
            narrow(match.fromPorts(set).toPorts(set));
        } else {
            alternatives = List.of(Match.ANY.fromPorts(set), Match.ANY.toPorts(set));
        }
    }

    private void icmp(boolean not, String text, boolean version6) {
        six |= version6;
        if (text.equals("any") || text.equals("255/0")) {
            narrow(not ? Match.NONE : match);
            return;
        }
        var slash = text.indexOf('/');
        var type = Names.icmp(slash < 0 ? text : text.substring(0, slash), version6)
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
        if (states.contains("NEW")) {
            narrow(not ? Match.NONE : match);
        } else if (states.contains("SNAT") || states.contains("DNAT")) {
            doubts.add("depends on address translation");
        } else if (states.contains("UNTRACKED") && !not) {
            untracked = true;
        } else {
            narrow(not ? match : Match.NONE);
        }
    }

    /** A TCP packet that opens a connection has SYN set and nothing else. */
    private void flags(boolean negated, String look, String set) {
        var looked = flagSet(look);
        var holds = flagSet(set).equals(looked.contains("SYN") ? Set.of("SYN") : Set.of());
        narrow(holds != negated ? match.over(ProtocolSet.TCP) : Match.NONE);
    }

    private Set<String> flagSet(String text) {
        var flags = text.toUpperCase(Locale.ROOT);
        if (flags.equals("NONE")) {
            return Set.of();
        }
        var set = flags.equals("ALL") ? FLAGS : Set.copyOf(Arrays.asList(flags.split(",", -1)));
        if (!FLAGS.containsAll(set)) {
            throw line.refusal(at - 1, "these are no TCP flags");
        }
        return set;
    }

    /** Connections open with unfragmented packets or first fragments. */
    private void fragment(boolean negated) {
        narrow(negated ? match : Match.NONE);
    }

    /** "-m recent --set" only remembers the packet and always matches. */
    private void recentSet(boolean negated) {
        if (at < line.words().size() && isValue(line.words().get(at))) {
            // not of "recent" but the old form of "-m set --match-set"
            unknown(negated, "--set");
        } else {
            narrow(negated ? Match.NONE : match);
        }
    }

    private void jump(boolean comesBack) {
        target = next("a target");
        jumps = comesBack;
    }

    private void unknown(boolean negated, String name) {
        if (!name.startsWith("-") || name.length() < 2) {
            throw line.refusal(at - 1, "an option is expected");
        }
        while (at < line.words().size() && isValue(line.words().get(at))) {
            at++;
        }
        doubts.add("depends on " + (negated ? "not " : "") + Redaction.value(name));
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

    private void narrow(Match narrower) {
        match = narrower;
    }

    private String next(String what) {
        if (at >= line.words().size()) {
            throw line.refusal(at, what + " is missing");
        }
        return line.words().get(at++).text();
    }
}
