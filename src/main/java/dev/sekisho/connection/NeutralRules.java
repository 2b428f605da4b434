package dev.sekisho.connection;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.sekisho.registry.JsonColumn;
import dev.sekisho.risk.traffic.Action;
import dev.sekisho.risk.traffic.RuleSet;
import jakarta.persistence.Converter;
import java.util.List;

/** A rule set as it is stored: ordered, first match wins. */
record NeutralRules(Action defaultAction, List<RuleView> rules, List<String> notes) {

    static NeutralRules of(RuleSet set) {
        return new NeutralRules(
                set.defaultAction(), set.rules().stream().map(RuleView::of).toList(), set.notes());
    }

    RuleSet fact() {
        return new RuleSet(rules.stream().map(RuleView::fact).toList(), defaultAction, notes);
    }

    /** Keeps the rules in one column. */
    @Converter
    public static class Column extends JsonColumn<NeutralRules> {
        public Column() {
            super(new TypeReference<>() {});
        }
    }
}
