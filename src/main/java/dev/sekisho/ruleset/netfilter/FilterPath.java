package dev.sekisho.ruleset.netfilter;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.reading.Conjunction;
import dev.sekisho.ruleset.reading.RuleCollector;
import java.util.ArrayList;
import java.util.List;

/** The filters a packet meets one after the other; only what all of them let pass gets through. */
final class FilterPath {

    private final List<RuleSet> filters = new ArrayList<>();
    private final List<Rule> diversions = new ArrayList<>();

    /** @param filter decides every packet, by a rule or by default */
    void then(RuleSet filter) {
        filters.add(filter);
    }

    /** Packets that leave the path before its end, to where nobody looks. */
    void divert(List<Rule> doubts) {
        diversions.addAll(doubts);
    }

    RuleSet join() {
        var joined = filters.stream().reduce(FilterPath::both).orElseThrow();
        if (diversions.isEmpty()) {
            return joined;
        }
        var all = new ArrayList<>(diversions);
        all.addAll(joined.rules());
        return joined.with(all);
    }

    /** A filter that permits everything for certain changes nothing; what was noted of it stays. */
    private static RuleSet both(RuleSet first, RuleSet second) {
        if (isOpen(first) && isOpen(second)) {
            return noted(first.rules().size() > second.rules().size() ? first : second, first, second);
        }
        if (isOpen(first)) {
            return noted(second, first, second);
        }
        return isOpen(second) ? noted(first, first, second) : Conjunction.of(first, second);
    }

    private static boolean isOpen(RuleSet filter) {
        return filter.defaultAction() == Action.PERMIT
                && !filter.hasOpaque()
                && filter.rules().stream().allMatch(rule -> rule.action() == Action.PERMIT);
    }

    private static RuleSet noted(RuleSet counting, RuleSet first, RuleSet second) {
        var notes = new RuleCollector();
        first.notes().forEach(notes::note);
        second.notes().forEach(notes::note);
        var translations = new ArrayList<>(first.translations());
        translations.addAll(second.translations());
        return new RuleSet(counting.rules(), counting.defaultAction(), List.copyOf(notes.notes()), translations);
    }
}
