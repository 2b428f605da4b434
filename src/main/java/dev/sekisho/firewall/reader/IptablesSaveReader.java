package dev.sekisho.firewall.reader;

import dev.sekisho.firewall.reader.ChainTable.Chain;
import dev.sekisho.firewall.reader.Guard.Key;
import dev.sekisho.risk.traffic.Action;
import dev.sekisho.risk.traffic.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The output of {@code iptables-save} or {@code ip6tables-save}, or one after the other.
 *
 * <p>Guard: {@code chain} (FORWARD if not named), {@code table} (filter, or the only one that has the chain),
 * {@code interface} and {@code outInterface} (by which the link's packets enter and leave; conditions on interfaces are
 * decided by them and are doubts otherwise). A chain of the user's own has no policy: what it leaves undecided counts
 * as permitted. A family the export does not have follows the policy of the other, or counts as unfiltered if the link
 * is said to carry IPv6.
 */
final class IptablesSaveReader implements RuleSetReader {

    private static final Set<String> TRANSLATIONS = Set.of("DNAT", "REDIRECT", "NETMAP");

    @Override
    public RuleSet read(String configuration, Guard guard) {
        var tables = IptablesFile.tables(configuration);
        var rules = new RuleCollector();
        var defaults = new ArrayList<Action>();
        var families = new ArrayList<Boolean>();
        for (var six : List.of(false, true)) {
            var family = tables.stream().filter(table -> table.six == six).toList();
            if (!family.isEmpty() && hasChain(family, guard)) {
                defaults.add(read(family, six, guard, rules));
                families.add(six);
            }
        }
        if (families.isEmpty()) {
            throw UnsuitableGuard.unknown(Key.CHAIN, chainName(guard), chainNames(tables));
        }
        noteTranslation(tables, rules);
        noteMissingFamily(families, guard, rules);
        return rules.finish(defaults.get(defaults.size() - 1));
    }

    /** Writes down one family's rules and, unless it is the last word anyway, its policy. */
    private static Action read(List<ChainTable> tables, boolean six, Guard guard, RuleCollector rules) {
        var table = table(tables, guard);
        var chain = chain(table, guard);
        var family = six ? Match.ANY6 : Match.ANY4;
        var interfaces = ChainInterfaces.of(guard);
        interfaces.noteUnknown(table, rules);
        new ChainWalk(table, interfaces, isTracked(tables), rules).walk(chain, family);
        var policy = policy(chain, rules);
        if (!six) {
            rules.add(policy, family, List.of(), chain.line(), "policy of " + chain.name());
        }
        return policy;
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

    private static boolean hasChain(List<ChainTable> tables, Guard guard) {
        var table = guard.one(Key.TABLE);
        return tables.stream()
                .filter(one -> table.isEmpty() || table.get().equals(one.name))
                .anyMatch(one -> one.chains.containsKey(chainName(guard)));
    }

    private static ChainTable table(List<ChainTable> tables, Guard guard) {
        var name = guard.one(Key.TABLE);
        var having = tables.stream()
                .filter(table -> table.chains.containsKey(chainName(guard)))
                .filter(table -> name.isEmpty() || name.get().equals(table.name))
                .toList();
        return having.stream()
                .filter(table -> table.name.equals("filter"))
                .findFirst()
                .orElseGet(() -> onlyOne(having));
    }

    private static ChainTable onlyOne(List<ChainTable> tables) {
        if (tables.size() > 1) {
            throw UnsuitableGuard.missing(
                    Key.TABLE, tables.stream().map(table -> table.name).toList());
        }
        return tables.get(0);
    }

    private static Chain chain(ChainTable table, Guard guard) {
        var chain = table.chains.get(chainName(guard));
        if (chain == null) {
            throw UnsuitableGuard.unknown(Key.CHAIN, chainName(guard), table.chains.keySet());
        }
        return chain;
    }

    private static String chainName(Guard guard) {
        return guard.one(Key.CHAIN).orElse("FORWARD");
    }

    private static List<String> chainNames(List<ChainTable> tables) {
        return tables.stream()
                .flatMap(table -> table.chains.keySet().stream())
                .distinct()
                .toList();
    }

    private static boolean isTracked(List<ChainTable> tables) {
        return tables.stream()
                .filter(table -> table.name.equals("raw"))
                .flatMap(table -> table.chains.values().stream())
                .flatMap(chain -> chain.rules().stream())
                .noneMatch(
                        rule -> rule.target().equals("NOTRACK") || rule.text().contains("--notrack"));
    }

    private static void noteTranslation(List<ChainTable> tables, RuleCollector rules) {
        var translates = tables.stream()
                .flatMap(table -> table.chains.values().stream())
                .flatMap(chain -> chain.rules().stream())
                .anyMatch(rule -> TRANSLATIONS.contains(rule.target()));
        if (translates) {
            rules.note("destinations are translated before they are filtered; the rules speak of the translated ones");
        }
    }

    private static void noteMissingFamily(List<Boolean> families, Guard guard, RuleCollector rules) {
        if (families.size() == 2) {
            return;
        }
        var missing = families.get(0) ? "IPv4" : "IPv6";
        if (!families.get(0) && guard.carriesIpv6()) {
            rules.permit(
                    Match.ANY6, List.of("the configuration does not say how IPv6 is filtered"), 0, "no IPv6 rules");
        }
        rules.note("the configuration says nothing of " + missing);
    }
}
