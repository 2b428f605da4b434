package dev.sekisho.firewall.reader;

import dev.sekisho.firewall.reader.Guard.Key;
import dev.sekisho.risk.traffic.Action;
import dev.sekisho.risk.traffic.RuleSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The output of {@code nft -j list ruleset}.
 *
 * <p>Guard: {@code chain} (a chain by name, or a hook; the forward hook if not named: then every chain there must let a
 * packet pass, in order of priority), {@code table} ("filter" or "inet filter"), {@code interface} and
 * {@code outInterface} as for iptables-save. A family without a chain follows the policy of the others, or counts as
 * unfiltered if the link is said to carry IPv6.
 */
final class NftablesReader implements RuleSetReader {

    @Override
    public RuleSet read(String configuration, Guard guard) {
        var document = NftDocument.of(configuration);
        var chains = chains(document, guard);
        var policy = policy(chains.get(0));
        var only = chains.size() == 1;
        var rules = chains.stream()
                .map(chain -> read(document, chain, guard, only))
                .reduce(Conjunction::of)
                .orElseThrow();
        return withFamilies(new RuleSet(rules.rules(), policy, rules.notes(), rules.translations()), chains, guard);
    }

    private static RuleSet read(NftDocument document, NftDocument.Chain chain, Guard guard, boolean only) {
        var rules = new RuleCollector();
        if (document.isDormant(chain.table())) {
            rules.note("the table " + Redaction.value(chain.table()) + " is dormant: it filters nothing");
            rules.permit(family(chain), List.of(), chain.json().line(), "dormant table");
            return rules.finish(Action.PERMIT);
        }
        var table = table(document, chain.table());
        var interfaces = ChainInterfaces.of(guard);
        interfaces.noteUnknown(table, rules);
        new ChainWalk(table, interfaces, document.tracked, new FilterDecisions(rules))
                .walk(chain(table, chain), family(chain));
        if (chain.hook().isEmpty()) {
            rules.note("chain " + Redaction.value(chain.name())
                    + " has no policy of its own; what it leaves undecided counts as permitted");
        }
        if (only) {
            return rules.finish(policy(chain));
        }
        rules.add(policy(chain), family(chain), List.of(), chain.json().line(), "policy of " + chain.name());
        return rules.finish(Action.PERMIT);
    }

    private static ChainTable.Chain chain(ChainTable table, NftDocument.Chain chain) {
        var found = table.chains.get(chain.name());
        if (found == null) {
            throw chain.json().refusal("the chain is not declared");
        }
        return found;
    }

    private static ChainTable table(NftDocument document, String name) {
        var table = new ChainTable(name, 1);
        for (var chain : document.chains) {
            if (chain.table().equals(name)) {
                var rules = new ArrayList<ChainRule>();
                document.rules
                        .getOrDefault(NftDocument.chainKey(name, chain.name()), List.of())
                        .forEach(rule -> rules.addAll(new NftRule(rule, document).read()));
                table.chains.put(
                        chain.name(),
                        new ChainTable.Chain(chain.name(), null, chain.json().line(), rules));
            }
        }
        return table;
    }

    private static Action policy(NftDocument.Chain chain) {
        return chain.json().text("policy").filter("drop"::equals).isPresent() ? Action.DENY : Action.PERMIT;
    }

    private static Match family(NftDocument.Chain chain) {
        return chain.table().startsWith("ip6 ") ? Match.ANY6 : chain.table().startsWith("ip ") ? Match.ANY4 : Match.ANY;
    }

    /** The chain of that name, else all chains at the hook of that name. */
    private static List<NftDocument.Chain> chains(NftDocument document, Guard guard) {
        var name = guard.one(Key.CHAIN).orElse("forward");
        var table = guard.one(Key.TABLE);
        var candidates = document.chains.stream()
                .filter(chain -> table.isEmpty()
                        || chain.table().equals(table.get())
                        || chain.table().endsWith(" " + table.get()))
                .filter(chain ->
                        List.of("ip", "ip6", "inet").contains(chain.table().split(" ", 2)[0]))
                .toList();
        var named = candidates.stream()
                .filter(chain ->
                        guard.one(Key.CHAIN).isPresent() && chain.name().equals(name))
                .toList();
        var hooked = candidates.stream()
                .filter(chain -> chain.hook().filter(name::equalsIgnoreCase).isPresent())
                .filter(chain -> chain.json().text("type").filter("nat"::equals).isEmpty())
                .sorted(Comparator.comparingInt(
                        chain -> chain.json().field("prio").map(Json::signed).orElse(0)))
                .toList();
        var found = named.isEmpty() ? hooked : named;
        if (found.isEmpty() && candidates.isEmpty() && table.isPresent()) {
            throw UnsuitableGuard.unknown(
                    Key.TABLE,
                    table.get(),
                    document.chains.stream()
                            .map(NftDocument.Chain::table)
                            .distinct()
                            .toList());
        }
        if (found.isEmpty()) {
            throw UnsuitableGuard.unknown(
                    Key.CHAIN,
                    name,
                    candidates.stream().map(NftDocument.Chain::name).distinct().toList());
        }
        return found;
    }

    private static RuleSet withFamilies(RuleSet rules, List<NftDocument.Chain> chains, Guard guard) {
        var covered = chains.stream().map(NftablesReader::family).toList();
        if (covered.contains(Match.ANY) || covered.contains(Match.ANY4) && covered.contains(Match.ANY6)) {
            return rules;
        }
        var more = new RuleCollector();
        rules.notes().forEach(more::note);
        more.note("the configuration says nothing of " + (covered.contains(Match.ANY4) ? "IPv6" : "IPv4"));
        if (guard.carriesIpv6() && covered.contains(Match.ANY4)) {
            more.permit(Match.ANY6, List.of("the configuration does not say how IPv6 is filtered"), 0, "no IPv6 chain");
        }
        var all = new ArrayList<>(rules.rules());
        all.addAll(more.rules());
        return new RuleSet(all, rules.defaultAction(), List.copyOf(more.notes()), rules.translations());
    }
}
