package dev.sekisho.ruleset.panos;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.ruleset.outside.OutsideRule;
import dev.sekisho.ruleset.outside.OutsideRule.Part;
import dev.sekisho.ruleset.reading.Certainty;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.Resolved;
import dev.sekisho.ruleset.reading.RuleMatch;
import dev.sekisho.ruleset.reading.Sections;
import dev.sekisho.ruleset.reading.Sections.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads security rules: which of them the guard's traffic meets, and what they match of it. */
final class PanRules {

    private final PanPlace place;
    private final PanZones zones;
    private final PanAddresses addresses;
    private final PanServices services;
    private final Sections sections;

    /** @param sections are told which rules are asked */
    PanRules(PanPlace place, PanZones zones, PanAddresses addresses, PanServices services, Sections sections) {
        this.place = place;
        this.zones = zones;
        this.addresses = addresses;
        this.services = services;
        this.sections = sections;
    }

    /** Tells the security rules of every place below a node. */
    static void declare(PanNode node, Sections sections) {
        node.at("security", "rules").children().forEach(rule -> sections.declare(section(rule)));
        node.children().forEach(child -> declare(child, sections));
    }

    private static Section section(PanNode rule) {
        return Section.of("security rule", rule.name(), rule.line());
    }

    /**
     * All in their order. Where some stand elsewhere, in Panorama or on the firewall itself, nobody knows here what they
     * permit before those that come after them are asked.
     *
     * @param elsewhere whether there may be any
     * @param managed whether Panorama may set some
     */
    List<OutsideRule> read(boolean elsewhere, boolean managed) {
        var read = new ArrayList<OutsideRule>();
        if (elsewhere && managed && !place.hasPushedRules()) {
            read.add(anything("Panorama manages this firewall, and rules that it sets do not stand here"));
        }
        place.rulesBefore("security").forEach(rule -> read(rule).ifPresent(read::add));
        if (elsewhere && place.local().isEmpty()) {
            read.add(anything("rules that the firewall itself has beside those of Panorama do not stand here"));
        }
        place.rulesBehind("security").forEach(rule -> read(rule).ifPresent(read::add));
        return read;
    }

    private static OutsideRule anything(String why) {
        return new OutsideRule(Action.PERMIT, List.of(new Part(RuleMatch.ANY, List.of(why))), 0, "rules elsewhere");
    }

    /** Empty if the traffic never meets the rule. */
    private Optional<OutsideRule> read(PanNode rule) {
        var doubts = new ArrayList<>(PanConditions.of(rule));
        if (rule.isYes("disabled") || !meets(rule, doubts)) {
            return Optional.empty();
        }
        sections.ask(section(rule));
        var action = action(rule, doubts);
        var offered = services(rule, doubts);
        var parts = new ArrayList<Part>();
        for (var source : side(rule, "source")) {
            for (var destination : side(rule, "destination")) {
                var all = Resolved.doubts(Stream.of(doubts, source.doubts(), destination.doubts()));
                var between = RuleMatch.between(source.set(), destination.set());
                offered.stream()
                        .map(between::and)
                        .filter(match -> !match.isEmpty())
                        .forEach(match -> parts.add(new Part(match, all)));
            }
        }
        return Optional.of(new OutsideRule(action, List.copyOf(parts), rule.line(), "rule " + rule.name()));
    }

    private boolean meets(PanNode rule, List<String> doubts) {
        var type = rule.one("rule-type");
        if (!List.of("", "universal", "intrazone", "interzone").contains(type)) {
            doubts.add("its type is not known");
            return true;
        }
        var met = zones.meets(
                cell(rule, "from", doubts), type.equals("intrazone") ? List.of() : cell(rule, "to", doubts), type);
        if (met == Certainty.PERHAPS) {
            doubts.add("holds between some zones only; name fromZone and toZone");
        }
        return met != Certainty.NEVER;
    }

    private static List<String> cell(PanNode rule, String side, List<String> doubts) {
        if (rule.all(side).isEmpty()) {
            doubts.add("names no zone in '" + side + "'");
            return List.of("any");
        }
        return List.copyOf(rule.all(side));
    }

    private static Action action(PanNode rule, List<String> doubts) {
        return switch (rule.one("action")) {
            case "allow" -> Action.PERMIT;
            case "deny", "drop", "reset-client", "reset-server", "reset-both" -> Action.DENY;
            default -> {
                doubts.add("what its action does is not known");
                yield Action.PERMIT;
            }
        };
    }

    private List<Resolved<AddressSet>> side(PanNode rule, String side) {
        var names = rule.all(side);
        if (names.isEmpty()) {
            return List.of(Resolved.doubtful(AddressSet.ANY, "names no " + side));
        }
        return rule.isYes("negate-" + side) ? addresses.not(names) : List.of(addresses.all(names));
    }

    private List<RuleMatch> services(PanNode rule, List<String> doubts) {
        var names = rule.all("service");
        if (names.isEmpty()) {
            doubts.add("names no service");
            return List.of(RuleMatch.ANY);
        }
        var found = services.all(names, rule.all("application"));
        doubts.addAll(found.doubts());
        return found.set().contains(RuleMatch.ANY) ? List.of(RuleMatch.ANY) : found.set();
    }

    /** What the device does where no rule matches; its doubts say where that is not certain. */
    Resolved<Action> otherwise() {
        var within = otherwise("intrazone-default", Action.PERMIT);
        var between = otherwise("interzone-default", Action.DENY);
        return switch (zones.staysWithin()) {
            case ALWAYS -> within;
            case NEVER -> between;
            case PERHAPS ->
                within.set() == Action.DENY || between.set() == Action.PERMIT
                        ? between
                        : Resolved.doubtful(
                                Action.PERMIT,
                                "holds within a zone only (intrazone-default); name fromZone and toZone");
        };
    }

    /** What stands at several places may be overridden there; where they differ, one that permits counts. */
    private Resolved<Action> otherwise(String rule, Action usual) {
        var stated = place.builtIn(rule).stream()
                .map(node -> node.one("action"))
                .filter(action -> !action.isEmpty())
                .distinct()
                .toList();
        if (stated.isEmpty()) {
            return Resolved.exactly(usual);
        }
        var permits = stated.stream().filter("allow"::equals).count();
        if (permits > 0 && stated.size() > 1) {
            return Resolved.doubtful(Action.PERMIT, Redaction.value(rule) + " is changed at several places");
        }
        return Resolved.exactly(permits > 0 ? Action.PERMIT : Action.DENY);
    }
}
