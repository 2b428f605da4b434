package dev.sekisho.ruleset.netfilter;

import static java.util.Objects.requireNonNull;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.netfilter.ChainTable.Chain;
import dev.sekisho.ruleset.reading.DeclaredFamily;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import dev.sekisho.ruleset.reading.ParsedConfiguration;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleMatch;
import dev.sekisho.ruleset.reading.RuleSetReader;
import dev.sekisho.ruleset.reading.Sections;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The output of {@code iptables-save} or {@code ip6tables-save}, or one after the other, or the rules of a table as
 * {@code iptables -S} prints them.
 *
 * <p>Guard: {@code chain} (FORWARD if not named), {@code table} (filter, or the only one that has the chain),
 * {@code interface} and {@code outInterface} (by which the link's packets enter and leave; conditions on interfaces are
 * decided by them and are doubts otherwise), {@code family} (IPV4, IPV6, or BOTH for a file that is loaded for both or
 * has one export for each) where neither a header nor an address says it. A chain of the user's own has no policy: what
 * it leaves undecided counts as permitted. A family the file does not speak of is not decided by it. What the tables raw,
 * mangle and security deny on the way of a built-in chain of the table filter is denied; the rules speak of the
 * destination behind the table nat.
 */
public final class IptablesSaveReader implements RuleSetReader {

    /** A chain that packets of another one pass too, and whether before their destination is translated. */
    private record Stop(String table, String chain, boolean outer) {}

    private static final Map<String, List<Stop>> BEFORE = Map.of(
            "FORWARD",
            List.of(
                    new Stop("raw", "PREROUTING", true),
                    new Stop("mangle", "PREROUTING", true),
                    new Stop("mangle", "FORWARD", false)),
            "INPUT",
            List.of(
                    new Stop("raw", "PREROUTING", true),
                    new Stop("mangle", "PREROUTING", true),
                    new Stop("mangle", "INPUT", false)),
            "OUTPUT",
            List.of(new Stop("raw", "OUTPUT", true), new Stop("mangle", "OUTPUT", true)));

    private static final Map<String, List<Stop>> BEHIND = Map.of(
            "FORWARD",
            List.of(new Stop("security", "FORWARD", false), new Stop("mangle", "POSTROUTING", false)),
            "INPUT",
            List.of(new Stop("security", "INPUT", false)),
            "OUTPUT",
            List.of(new Stop("security", "OUTPUT", false), new Stop("mangle", "POSTROUTING", false)));

    @Override
    public ParsedConfiguration parse(String configuration) {
        var exports = IptablesFile.exports(configuration);
        var sections = new Sections();
        exports.stream()
                .flatMap(export -> export.tables.stream())
                .forEach(table -> table.chains.values().forEach(chain -> sections.declare(table.section(chain))));
        return new Parsed(exports, sections);
    }

    private record Parsed(List<IptablesExport> exports, Sections sections) implements ParsedConfiguration {

        @Override
        public RuleSet read(GuardSelector guard) {
            return new Reading(IptablesFamilies.of(exports, guard), guard, sections).read();
        }

        @Override
        public boolean mentions(String interfaceName) {
            var rules =
                    exports.stream().flatMap(export -> export.tables.stream()).flatMap(ChainTable::rules);
            return ChainInterfaces.mentions(rules, interfaceName);
        }
    }

    private static final class Reading {

        private final IptablesFamilies families;
        private final GuardSelector guard;
        private final Sections sections;
        private final String chainName;
        private final Map<DeclaredFamily, ChainTable> asked = new EnumMap<>(DeclaredFamily.class);

        Reading(IptablesFamilies families, GuardSelector guard, Sections sections) {
            this.families = families;
            this.guard = guard;
            this.sections = sections;
            this.chainName = guard.one(Key.CHAIN).orElse("FORWARD");
        }

        RuleSet read() {
            for (var family : DeclaredFamily.values()) {
                table(families.of(family)).ifPresent(table -> asked.put(family, table));
            }
            var unknown = table(families.unknown());
            if (asked.isEmpty() && unknown.isEmpty()) {
                refuseUnknownTable();
                throw UnsuitableGuard.unknown(Key.CHAIN, chainName, chainNames());
            }
            unknown.ifPresent(this::check);
            var filter = asked();
            var path = new FilterPath();
            for (var stop : stops(BEFORE)) {
                path.then(stop.outer() ? BeforeTranslation.of(at(stop, path), filter.translations()) : at(stop, path));
            }
            path.then(filter);
            stops(BEHIND).forEach(stop -> path.then(at(stop, path)));
            return path.join();
        }

        /** Nothing follows from a table of which nobody knows the family, but it must be sound. */
        private void check(ChainTable table) {
            var unused = new RuleCollector();
            walk(table, chain(table, chainName), DeclaredFamily.IPV4, new FilterDecisions(unused), unused);
        }

        private List<Stop> stops(Map<String, List<Stop>> all) {
            var ofFilter = !asked.isEmpty() && asked.values().stream().allMatch(table -> table.name.equals("filter"));
            return ofFilter ? all.getOrDefault(chainName, List.of()) : List.of();
        }

        private RuleSet asked() {
            var rules = new RuleCollector();
            families.notes().forEach(rules::note);
            var policies = new EnumMap<DeclaredFamily, Action>(DeclaredFamily.class);
            asked.forEach((family, table) -> {
                walk(table, chain(table, chainName), family, new FilterDecisions(rules), rules);
                policies.put(family, policy(chain(table, chainName), rules));
                translate(family, rules);
            });
            for (var family : DeclaredFamily.values()) {
                if (!asked.containsKey(family)) {
                    rules.undecided(family, guard, silence(family));
                }
            }
            return finish(policies, rules);
        }

        /** One policy is the default; where the families have two the first stands as a rule. */
        private RuleSet finish(Map<DeclaredFamily, Action> policies, RuleCollector rules) {
            var last = policies.getOrDefault(
                    DeclaredFamily.IPV6, policies.getOrDefault(DeclaredFamily.IPV4, Action.PERMIT));
            var first = policies.get(DeclaredFamily.IPV4);
            if (first != null && first != last) {
                rules.imply(first, RuleMatch.ANY4, lineOf(DeclaredFamily.IPV4), "policy of " + chainName);
            }
            return rules.finish(last);
        }

        private int lineOf(DeclaredFamily family) {
            var table = asked.get(family);
            return table == null ? 0 : chain(table, chainName).line();
        }

        private String silence(DeclaredFamily family) {
            return families.unknown().isEmpty()
                    ? "the configuration does not say how " + family + " is filtered"
                    : "the configuration does not say whether it is of IPv4 or IPv6; name the family";
        }

        /** What a chain of another table denies; it permits everything else. */
        private RuleSet at(Stop stop, FilterPath path) {
            var rules = new RuleCollector();
            var decisions = new FilterDecisions(rules);
            for (var family : asked.keySet()) {
                table(family, stop.table())
                        .filter(table -> table.chains.containsKey(stop.chain()))
                        .ifPresent(table -> {
                            var chain = chain(table, stop.chain());
                            walk(table, chain, family, decisions, rules);
                            rules.imply(
                                    policy(chain, rules),
                                    family.match(),
                                    chain.line(),
                                    "policy of " + stop.table() + " " + stop.chain());
                        });
            }
            path.divert(decisions.diversions());
            return rules.finish(Action.PERMIT);
        }

        private void walk(
                ChainTable table,
                Chain chain,
                DeclaredFamily family,
                ChainWalk.ChainDecisions decisions,
                RuleCollector rules) {
            var interfaces = ChainInterfaces.of(guard);
            if (decisions instanceof FilterDecisions) {
                interfaces.noteUnknown(table, rules);
            }
            new ChainWalk(table, interfaces, isTracked(family), sections, decisions).walk(chain, family.match());
        }

        private void translate(DeclaredFamily family, RuleCollector rules) {
            var hook = chainName.equals("OUTPUT") ? "OUTPUT" : "PREROUTING";
            var nat = table(family, "nat").filter(table -> table.chains.containsKey(hook));
            if (nat.isPresent()) {
                var translations = new TranslationDecisions(
                        family.addresses(), chainName.equals("INPUT") && tellsDestinationsApart(rules));
                walk(nat.get(), chain(nat.get(), hook), family, translations, rules);
                translations.write(rules);
            }
        }

        private static boolean tellsDestinationsApart(RuleCollector rules) {
            return rules.rules().stream().anyMatch(rule -> !RuleMatch.isAnyOfItsFamilies(rule.destinations()));
        }

        private boolean isTracked(DeclaredFamily family) {
            return table(family, "raw").stream()
                    .flatMap(ChainTable::rules)
                    .noneMatch(rule -> rule.target().name().equals("NOTRACK")
                            || rule.text().contains("--notrack"));
        }

        private Optional<ChainTable> table(DeclaredFamily family, String name) {
            return families.of(family).stream()
                    .filter(table -> table.name.equals(name))
                    .findFirst();
        }

        /** The one that is asked for, or filter, or the only one with the chain. */
        private Optional<ChainTable> table(List<ChainTable> tables) {
            var name = guard.one(Key.TABLE);
            var having = tables.stream()
                    .filter(table -> table.chains.containsKey(chainName))
                    .filter(table -> name.isEmpty() || name.get().equals(table.name))
                    .toList();
            var filter =
                    having.stream().filter(table -> table.name.equals("filter")).findFirst();
            if (filter.isEmpty() && having.size() > 1) {
                throw UnsuitableGuard.missing(
                        Key.TABLE, having.stream().map(table -> table.name).toList());
            }
            return filter.or(() -> having.stream().findFirst());
        }

        private void refuseUnknownTable() {
            var names =
                    families.all().stream().map(table -> table.name).distinct().toList();
            guard.one(Key.TABLE).filter(name -> !names.contains(name)).ifPresent(name -> {
                throw UnsuitableGuard.unknown(Key.TABLE, name, names);
            });
        }

        private List<String> chainNames() {
            var named = guard.one(Key.TABLE);
            return families.all().stream()
                    .filter(table -> named.isEmpty() || named.get().equals(table.name))
                    .flatMap(table -> table.chains.keySet().stream())
                    .distinct()
                    .toList();
        }
    }

    private static Chain chain(ChainTable table, String name) {
        return requireNonNull(table.chains.get(name));
    }

    private static Action policy(Chain chain, RuleCollector rules) {
        if (chain.policy() == null) {
            rules.note(
                    chain.line(),
                    "chain " + Redaction.value(chain.name())
                            + " has no policy of its own; what it leaves undecided counts as permitted");
            return Action.PERMIT;
        }
        return chain.policy().equals("ACCEPT") || chain.policy().equals("QUEUE") ? Action.PERMIT : Action.DENY;
    }
}
