package dev.sekisho.ruleset.junos;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.reading.Conjunction;
import dev.sekisho.ruleset.reading.DeclaredFamily;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleMatch;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which packet filters the guard's traffic meets: the one that is named, or those of interfaces. */
final class JunosFilters {

    /** Rules crossed with rules beyond which two filters in a row count as a doubt. */
    private static final long CROSSED = 150_000;

    private static final Map<DeclaredFamily, String> FAMILIES =
            Map.of(DeclaredFamily.IPV4, "inet", DeclaredFamily.IPV6, "inet6");

    /** Into the device or out of it, and the side of packets that may not yet, or no longer, be the real one there. */
    enum Way {
        INPUT("destination"),
        OUTPUT("source");

        final String translated;

        Way(String translated) {
            this.translated = translated;
        }

        String keyword() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final JunosSystem system;
    private final GuardSelector guard;

    JunosFilters(JunosSystem system, GuardSelector guard) {
        this.system = system;
        this.guard = guard;
    }

    /** The filter that the guard names, or that of its interfaces, where no policies decide. */
    RuleSet alone() {
        var named = guard.one(Key.ACL);
        if (named.isPresent()) {
            return named(named.get());
        }
        for (var zone : List.of(Key.FROM_ZONE, Key.TO_ZONE)) {
            guard.one(zone).ifPresent(name -> {
                throw UnsuitableGuard.unknown(zone, name, List.of());
            });
        }
        var entered = guard.one(Key.INTERFACE);
        var left = guard.one(Key.OUT_INTERFACE);
        if (entered.isEmpty() && left.isEmpty()) {
            var names = names();
            if (names.size() != 1) {
                throw UnsuitableGuard.missing(Key.ACL, names);
            }
            return named(names.iterator().next());
        }
        var open = new RuleSet(List.of(), Action.PERMIT, List.of());
        var in = entered.map(name -> of(Key.INTERFACE, name, Way.INPUT)).orElse(open);
        var out = left.map(name -> of(Key.OUT_INTERFACE, name, Way.OUTPUT)).orElse(open);
        return entered.isEmpty() ? out : left.isEmpty() ? in : Conjunction.of(in, out);
    }

    private Set<String> names() {
        var firewall = system.root().at("firewall");
        var names = new TreeSet<>(firewall.all("filter"));
        FAMILIES.values()
                .forEach(family -> names.addAll(firewall.at("family", family).all("filter")));
        return names;
    }

    private RuleSet named(String name) {
        var rules = new RuleCollector();
        var known = names();
        if (!known.contains(name)) {
            throw UnsuitableGuard.unknown(Key.ACL, name, known);
        }
        for (var family : DeclaredFamily.values()) {
            var filter = defined(name, family);
            if (filter == JunosNode.NOTHING) {
                rules.undecided(family, guard, "the filter does not decide " + family);
            } else {
                new JunosFilter(system, rules).write(List.of(filter), family);
            }
        }
        return rules.finish(Action.DENY);
    }

    private JunosNode defined(String name, DeclaredFamily family) {
        var firewall = system.root().at("firewall");
        var filter = firewall.at("family", FAMILIES.get(family), "filter", name);
        return filter == JunosNode.NOTHING && family == DeclaredFamily.IPV4 ? firewall.at("filter", name) : filter;
    }

    private RuleSet of(Key key, String name, Way way) {
        var unit = unit(name);
        if (unit == JunosNode.NOTHING) {
            throw UnsuitableGuard.unknown(key, name, units());
        }
        return of(unit, way);
    }

    private JunosNode unit(String name) {
        var parts = JunosZones.unit(name).split("\\.", 2);
        return system.root().at("interfaces", parts[0], "unit", parts[1]);
    }

    private Set<String> units() {
        var units = new TreeSet<String>();
        for (var one : system.root().at("interfaces").children()) {
            one.all("unit").forEach(unit -> units.add(one.name() + "." + unit));
        }
        return units;
    }

    /** Of a family without a filter everything passes. */
    private RuleSet of(JunosNode unit, Way way) {
        var rules = new RuleCollector();
        for (var family : DeclaredFamily.values()) {
            write(unit, way, family, rules);
        }
        var filters = rules.finish(Action.DENY);
        return isFilteredElsewhere(unit)
                ? Conjunction.of(filters, doubt("filters of other places may deny more"))
                : filters;
    }

    /** Filters of all families, and of all that is forwarded, stand at other places. */
    private boolean isFilteredElsewhere(JunosNode unit) {
        var forwarding = system.root().at("forwarding-options", "family");
        return unit.has("filter")
                || FAMILIES.values().stream()
                        .anyMatch(family -> forwarding.at(family).has("filter"));
    }

    private void write(JunosNode unit, Way way, DeclaredFamily family, RuleCollector rules) {
        var names = applied(unit, way, family);
        if (names.isEmpty()) {
            rules.imply(Action.PERMIT, family.match(), unit.line(), "no filter");
            return;
        }
        var filters = new ArrayList<JunosNode>();
        for (var name : names) {
            var filter = defined(name, family);
            if (filter == JunosNode.NOTHING) {
                rules.permit(
                        family.match(),
                        List.of("the filter '" + Redaction.value(name) + "' is not in the configuration"),
                        unit.line(),
                        "filter " + name);
                return;
            }
            filters.add(filter);
        }
        new JunosFilter(system, rules).write(filters, family);
    }

    private static Collection<String> applied(JunosNode unit, Way way, DeclaredFamily family) {
        var filter = unit.at("family", FAMILIES.get(family), "filter");
        var listed = filter.all(way.keyword() + "-list");
        return listed.isEmpty() ? filter.all(way.keyword()) : listed;
    }

    /**
     * What policies permit and filters of interfaces do not take away again. A filter that is asked before destinations are
     * translated, or after sources are, may speak of other addresses.
     */
    RuleSet around(RuleSet policies, JunosZones zones) {
        var in = side(zones.enteredBy(), Way.INPUT, !policies.translations().isEmpty());
        var out = side(zones.leftBy(), Way.OUTPUT, translatesSources());
        var both = in.map(filter -> cross(filter, policies)).orElse(policies);
        return out.map(filter -> cross(both, filter)).orElse(both);
    }

    /** Whether a filter of one of these interfaces takes packets that come in out of the hands of policies. */
    boolean passPolicies(Collection<String> interfaces) {
        return interfaces.stream()
                .map(this::unit)
                .flatMap(unit -> defined(applied(unit, Way.INPUT)).stream())
                .anyMatch(JunosFilter::passesPolicies);
    }

    private List<JunosNode> defined(Collection<String> names) {
        return names.stream()
                .flatMap(name -> FAMILIES.keySet().stream().map(family -> defined(name, family)))
                .toList();
    }

    private boolean translatesSources() {
        var nat = system.security().at("nat");
        return nat.has("source") || nat.has("static");
    }

    /** Filters of what may be several interfaces count where they are all the same; empty where there are none. */
    private Optional<RuleSet> side(Collection<String> interfaces, Way way, boolean translated) {
        var units = interfaces.stream()
                .map(this::unit)
                .filter(unit -> unit != JunosNode.NOTHING)
                .toList();
        var applied = units.stream().map(unit -> applied(unit, way)).distinct().toList();
        units.stream().flatMap(unit -> defined(applied(unit, way)).stream()).forEach(system::askFilter);
        var elsewhere = units.stream().anyMatch(this::isFilteredElsewhere);
        if (applied.isEmpty() || applied.equals(List.of(List.of())) && !elsewhere) {
            return Optional.empty();
        }
        var names = applied.get(0);
        if (applied.size() > 1 || units.size() < interfaces.size()) {
            return Optional.of(doubt("filters of some interfaces may deny more; name the interfaces"));
        }
        var filters = defined(names);
        return Optional.of(
                translated && filters.stream().anyMatch(filter -> JunosFilter.names(filter, way.translated))
                        ? doubt("a filter of an interface may deny more, and speaks of addresses that are translated")
                        : of(units.get(0), way));
    }

    private static List<String> applied(JunosNode unit, Way way) {
        return FAMILIES.keySet().stream()
                .sorted()
                .flatMap(family -> applied(unit, way, family).stream())
                .toList();
    }

    private static RuleSet doubt(String reason) {
        var rules = new RuleCollector();
        rules.permit(RuleMatch.ANY, List.of(reason), 0, "filter");
        return rules.finish(Action.DENY);
    }

    private static RuleSet cross(RuleSet first, RuleSet second) {
        var crossed = (long) first.rules().size() * second.rules().size();
        if (crossed <= CROSSED) {
            return Conjunction.of(first, second);
        }
        var policies = first.rules().size() > second.rules().size() ? first : second;
        return Conjunction.of(policies, doubt("a filter of an interface may deny more"));
    }
}
