package dev.sekisho.ruleset.netfilter;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.netfilter.NftDocument.Chain;
import dev.sekisho.ruleset.reading.DeclaredFamily;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.ParsedConfiguration;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleSetReader;
import dev.sekisho.ruleset.reading.Sections;

/**
 * The output of {@code nft -j list ruleset}, or of {@code nft list ruleset}.
 *
 * <p>Guard: {@code chain} (a hook, or a chain by name; the forward hook if not named), {@code table} ("filter" or "inet
 * filter": nothing but this table counts then), {@code interface} and {@code outInterface} as for iptables-save. At a
 * hook every chain must let a packet pass, in order of priority, and so must those of the hooks before and behind it; a
 * chain that is bound to a device counts where {@code interface} names the device. A family without a chain at the hook
 * is not decided. Tables of other families than ip, ip6, inet and netdev do not filter IP.
 */
public final class NftablesReader implements RuleSetReader {

    @Override
    public ParsedConfiguration parse(String configuration) {
        var document = NftDocument.of(configuration);
        var sections = new Sections();
        document.chains.forEach(chain -> sections.declare(chain.section()));
        return new Parsed(document, sections);
    }

    private record Parsed(NftDocument document, Sections sections) implements ParsedConfiguration {

        @Override
        public RuleSet read(GuardSelector guard) {
            return new Reading(document, sections, guard, NftChains.of(document, guard)).read();
        }

        @Override
        public boolean mentions(String interfaceName) {
            var rules = document.chains.stream()
                    .map(Chain::table)
                    .distinct()
                    .flatMap(table -> document.table(table).rules());
            return document.chains.stream().anyMatch(chain -> chain.devices().contains(interfaceName))
                    || ChainInterfaces.mentions(rules, interfaceName);
        }
    }

    private record Reading(NftDocument document, Sections sections, GuardSelector guard, NftChains chains) {

        RuleSet read() {
            var translations = translations();
            var path = new FilterPath();
            for (var chain : chains.before()) {
                var filter = filter(chain, path);
                path.then(
                        chains.isBeforeTranslation(chain)
                                ? BeforeTranslation.of(filter, translations.translations())
                                : filter);
            }
            for (var chain : chains.asked()) {
                path.then(asked(chain));
            }
            path.then(silence(translations));
            for (var chain : chains.behind()) {
                path.then(filter(chain, path));
            }
            return path.join();
        }

        /** The only chain for everything decides by its policy; of several, each permits what it is not about. */
        private RuleSet asked(Chain chain) {
            var only = chains.asked().size() == 1 && chain.families().size() == 2 && !chain.isDormant();
            var rules = new RuleCollector();
            walk(chain, new FilterDecisions(rules), rules);
            if (chain.hook().isEmpty()) {
                rules.note("chain " + Redaction.value(chain.name())
                        + " has no policy of its own; what it leaves undecided counts as permitted");
            }
            return only ? rules.finish(chain.policy()) : withPolicy(chain, rules);
        }

        private RuleSet filter(Chain chain, FilterPath path) {
            var rules = new RuleCollector();
            var decisions = new FilterDecisions(rules);
            walk(chain, decisions, rules);
            path.divert(decisions.diversions());
            return withPolicy(chain, rules);
        }

        private static RuleSet withPolicy(Chain chain, RuleCollector rules) {
            var policy = chain.isDormant() ? Action.PERMIT : chain.policy();
            rules.imply(policy, chain.match(), chain.json().line(), "policy of " + chain.name());
            return rules.finish(Action.PERMIT);
        }

        private void walk(Chain chain, ChainWalk.ChainDecisions decisions, RuleCollector rules) {
            if (chain.isDormant()) {
                rules.note("the table " + Redaction.value(chain.table()) + " is dormant: it filters nothing");
                return;
            }
            var table = document.table(chain.table());
            var interfaces = ChainInterfaces.of(guard);
            interfaces.noteUnknown(table, rules);
            var first = table.chains.get(chain.name());
            if (first == null) {
                throw chain.json().refusal("the chain is not declared");
            }
            new ChainWalk(table, interfaces, document.tracked, sections, decisions).walk(first, chain.match());
        }

        /** Permits everything, and tells of the families that no chain speaks of, and of translations. */
        private RuleSet silence(RuleSet translations) {
            var rules = new RuleCollector();
            for (var family : DeclaredFamily.values()) {
                if (chains.asked().stream().noneMatch(chain -> chain.families().contains(family))) {
                    rules.undecided(family, guard, "the configuration does not say how " + family + " is filtered");
                }
            }
            chains.notes().forEach(rules::note);
            translations.notes().forEach(rules::note);
            translations.translations().forEach(rules::translate);
            return rules.finish(Action.PERMIT);
        }

        private RuleSet translations() {
            var rules = new RuleCollector();
            var own = chains.hook().equals("input");
            for (var chain : chains.translating()) {
                var decisions = new TranslationDecisions(chain.match().destinations(), own);
                walk(chain, decisions, new RuleCollector());
                decisions.write(rules);
            }
            return rules.finish(Action.PERMIT);
        }
    }
}
