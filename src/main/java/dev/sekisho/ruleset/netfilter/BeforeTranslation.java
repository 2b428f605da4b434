package dev.sekisho.ruleset.netfilter;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.Translation;
import dev.sekisho.ruleset.reading.Conjunction;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.List;

/**
 * A filter that judges packets before their destination is translated, told in the addresses behind the translation. A
 * rule about a destination then says nothing certain of what translations lead to: that may also come by another address.
 */
final class BeforeTranslation {

    private static final List<String> DOUBT =
            List.of("judged before the destination is translated; it may come by another address");

    private final List<Translation> translations;
    private final RuleCollector rules = new RuleCollector();

    private BeforeTranslation(List<Translation> translations) {
        this.translations = translations.stream()
                .filter(one -> one.inner() != null || one.innerPorts() != null)
                .toList();
    }

    static RuleSet of(RuleSet filter, List<Translation> translations) {
        if (translations.isEmpty()) {
            return filter;
        }
        var told = new BeforeTranslation(translations);
        filter.notes().forEach(told.rules::note);
        filter.rules().forEach(told::add);
        return told.rules.finish(filter.defaultAction());
    }

    private void add(Rule rule) {
        var match = Conjunction.match(rule);
        if (namesDestination(match)) {
            for (var translation : translations) {
                add(rule, match, translation);
            }
        }
        var doubts = rule.opaque() == null ? List.<String>of() : List.of(rule.opaque());
        rules.addLike(rule, match, doubts);
    }

    /** What the translation leads to from what the rule permits, or away from what it denies. */
    private void add(Rule rule, RuleMatch match, Translation translation) {
        var arriving = inner(translation).from(match.sources()).over(match.protocols());
        if (rule.effect() == Action.DENY) {
            rules.permit(arriving.and(match), DOUBT, rule.line(), rule.origin());
        } else if (!outer(translation).and(match).isEmpty()) {
            rules.permit(arriving, DOUBT, rule.line(), rule.origin());
        }
    }

    private static boolean namesDestination(RuleMatch match) {
        return !match.destinationPorts().isAny() || !RuleMatch.isAnyOfItsFamilies(match.destinations());
    }

    private static RuleMatch outer(Translation translation) {
        return RuleMatch.ANY
                .from(translation.sources())
                .over(translation.protocols())
                .to(translation.outer())
                .toPorts(translation.outerPorts());
    }

    private static RuleMatch inner(Translation translation) {
        var inner = translation.inner() == null ? translation.outer() : translation.inner();
        var ports = translation.innerPorts() == null ? translation.outerPorts() : translation.innerPorts();
        return RuleMatch.ANY
                .from(translation.sources())
                .over(translation.protocols())
                .to(inner)
                .toPorts(ports);
    }
}
