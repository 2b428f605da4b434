package dev.sekisho.ruleset.junos;

import dev.sekisho.risk.traffic.set.IcmpTypeSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import dev.sekisho.ruleset.reading.ConfigurationLimits;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** What names in the cell for applications stand for: protocols and ports. */
final class JunosApplications {

    /** Packets, with why it may be other ones. */
    record Term(RuleMatch match, List<String> doubts) {

        static final Term ANY = exactly(RuleMatch.ANY);

        static Term exactly(RuleMatch match) {
            return new Term(match, List.of());
        }

        static Term unknown(String doubt) {
            return new Term(RuleMatch.ANY, List.of(doubt));
        }
    }

    private static final Properties PREDEFINED = JunosNames.load("applications.properties");

    /** Settings that leave the match as it is. */
    private static final Set<String> HARMLESS =
            Set.of("description", "inactivity-timeout", "application-protocol", "alg", "term");

    private static final Set<String> READ =
            Set.of("protocol", "source-port", "destination-port", "icmp-type", "icmp-code", "icmp6-type", "icmp6-code");

    /** Programs that listen on ports which they tell only when asked. */
    private static final List<String> PROGRAMS = List.of("uuid", "rpc-program-number");

    private static final List<String> CODES = List.of("icmp-code", "icmp6-code");

    private final JunosNode defined;
    private final Map<String, List<Term>> known = new HashMap<>();

    JunosApplications(JunosSystem system) {
        this.defined = system.root().at("applications");
    }

    /** What is certain first. */
    List<Term> all(Collection<String> names) {
        var terms = new ArrayList<Term>();
        for (var name : names) {
            terms.addAll(one(name));
            if (terms.size() > ConfigurationLimits.RULES) {
                return List.of(Term.unknown("the applications are too many to follow"));
            }
        }
        return terms.contains(Term.ANY) ? List.of(Term.ANY) : joined(terms);
    }

    /** Ports of the same protocol are taken together, for sets of applications are often long. */
    private static List<Term> joined(List<Term> terms) {
        var ports = new LinkedHashMap<ProtocolSet, PortSet>();
        var others = new ArrayList<Term>();
        var doubtful = new ArrayList<Term>();
        for (var term : terms) {
            var match = term.match;
            if (!term.doubts.isEmpty()) {
                doubtful.add(term);
            } else if (match.equals(RuleMatch.ANY.over(match.protocols()).toPorts(match.destinationPorts()))) {
                ports.merge(match.protocols(), match.destinationPorts(), PortSet::union);
            } else {
                others.add(term);
            }
        }
        var joined = new ArrayList<Term>();
        ports.forEach((protocol, of) ->
                joined.add(Term.exactly(RuleMatch.ANY.over(protocol).toPorts(of.isAny() ? PortSet.ANY : of))));
        others.stream().distinct().forEach(joined::add);
        doubtful.stream().distinct().forEach(joined::add);
        return joined;
    }

    private List<Term> one(String name) {
        var found = known.get(name);
        if (found == null) {
            found = read(name, 0);
            known.put(name, found);
        }
        return found;
    }

    private List<Term> read(String name, int depth) {
        if (name.equals("any")) {
            return List.of(Term.ANY);
        }
        var before = known.get(name);
        if (before != null) {
            return before;
        }
        if (depth > ConfigurationLimits.NESTING) {
            return unknown("'" + Redaction.value(name) + "' holds sets nested too deeply, or itself");
        }
        var application = defined.at("application", name);
        var set = defined.at("application-set", name);
        if (application != JunosNode.NOTHING) {
            return application(application);
        }
        if (set != JunosNode.NOTHING) {
            var members = new ArrayList<>(set.all("application"));
            members.addAll(set.all("application-set"));
            return members(name, members, depth);
        }
        return predefined(name, depth);
    }

    private List<Term> members(String name, Collection<String> members, int depth) {
        var terms = new ArrayList<Term>();
        for (var member : members) {
            var found = read(member, depth + 1);
            terms.addAll(found);
            if (found.contains(Term.ANY) || depth > 0 && isUnknown(found)) {
                break;
            }
            if (terms.size() > ConfigurationLimits.RULES) {
                return unknown("the applications are too many to follow");
            }
        }
        if (terms.isEmpty()) {
            return unknown("the set '" + Redaction.value(name) + "' has no members here");
        }
        var joined = joined(terms);
        if (!isUnknown(joined)) {
            known.put(name, joined);
        }
        return joined;
    }

    private static boolean isUnknown(List<Term> terms) {
        return terms.stream().anyMatch(term -> !term.doubts.isEmpty() && term.match.equals(RuleMatch.ANY));
    }

    private static List<Term> unknown(String doubt) {
        return List.of(Term.unknown(doubt));
    }

    private List<Term> predefined(String name, int depth) {
        var stated = PREDEFINED.getProperty(name);
        if (stated == null) {
            return unknown("the application '" + Redaction.value(name) + "' is not in the configuration");
        }
        var terms = new ArrayList<Term>();
        for (var part : stated.split(",")) {
            if (part.startsWith("@")) {
                terms.addAll(read(part.substring(1), depth + 1));
            } else if (part.startsWith("?")) {
                var why = "what of it '" + name + "' takes is not known";
                terms.add(new Term(predefined(part.substring(1)), List.of(why)));
            } else {
                terms.add(Term.exactly(predefined(part)));
            }
        }
        return terms;
    }

    private static RuleMatch predefined(String term) {
        var parts = term.split("/", 2);
        var match = RuleMatch.ANY.over(JunosNames.protocol(parts[0]));
        if (parts.length == 1) {
            return match;
        }
        return parts[0].startsWith("icmp")
                ? match.types(IcmpTypeSet.of(parts[1]))
                : match.toPorts(JunosNames.ports(parts[1]));
    }

    /** It says itself what it takes, or its terms do. */
    private static List<Term> application(JunosNode application) {
        var terms = new ArrayList<Term>();
        application.at("term").children().forEach(term -> terms.add(term(application, term)));
        if (terms.isEmpty() || application.names().stream().anyMatch(READ::contains)) {
            terms.add(term(application, application));
        }
        return terms;
    }

    private static Term term(JunosNode application, JunosNode term) {
        var name = Redaction.value(application.name());
        try {
            var match = RuleMatch.ANY.over(JunosNames.protocol(term.one("protocol")));
            if (PROGRAMS.stream().anyMatch(term::has)) {
                return new Term(match, List.of("'" + name + "' is a program whose ports are told only when asked"));
            }
            var narrowed = narrowed(term, match);
            var other = term.names().stream()
                    .filter(setting -> !READ.contains(setting) && !HARMLESS.contains(setting))
                    .findFirst();
            if (other.isPresent()) {
                return new Term(narrowed, List.of("'" + name + "' depends on " + Redaction.value(other.get())));
            }
            return CODES.stream().anyMatch(term::has)
                    ? new Term(narrowed, List.of("'" + name + "' takes only some codes of messages"))
                    : Term.exactly(narrowed);
        } catch (IllegalArgumentException e) {
            return Term.unknown("what the application '" + name + "' takes cannot be read");
        }
    }

    private static RuleMatch narrowed(JunosNode term, RuleMatch match) {
        var narrowed = match;
        if (term.has("destination-port")) {
            narrowed = narrowed.toPorts(JunosNames.ports(term.one("destination-port")));
        }
        if (term.has("source-port")) {
            narrowed = narrowed.fromPorts(JunosNames.ports(term.one("source-port")));
        }
        if (term.has("icmp-type")) {
            narrowed = narrowed.types(JunosNames.types(term.one("icmp-type"), false));
        }
        if (term.has("icmp6-type")) {
            narrowed = narrowed.types(JunosNames.types(term.one("icmp6-type"), true));
        }
        if (narrowed.protocols().isEmpty()) {
            throw new IllegalArgumentException("ports or types of a protocol that has none");
        }
        return narrowed;
    }
}
