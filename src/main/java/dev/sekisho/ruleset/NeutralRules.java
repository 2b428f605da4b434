package dev.sekisho.ruleset;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.sekisho.registry.field.JsonColumn;
import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.RuleSet;
import jakarta.persistence.Converter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule set as it is stored: ordered, first match wins.
 *
 * @param translations absent where there are none, as in rows older than this field
 */
record NeutralRules(
        Action defaultAction,
        List<RuleView> rules,
        List<String> notes,
        @Nullable List<TranslationView> translations) {

    static NeutralRules of(RuleSet set) {
        return new NeutralRules(
                set.defaultAction(),
                set.rules().stream().map(RuleView::of).toList(),
                set.notes(),
                set.translations().isEmpty()
                        ? null
                        : set.translations().stream().map(TranslationView::of).toList());
    }

    RuleSet fact() {
        return new RuleSet(
                rules.stream().map(RuleView::fact).toList(),
                defaultAction,
                notes,
                translations == null
                        ? List.of()
                        : translations.stream().map(TranslationView::fact).toList());
    }

    /** Keeps the rules in one column. */
    @Converter
    public static class Column extends JsonColumn<NeutralRules> {
        public Column() {
            super(new TypeReference<>() {});
        }
    }
}
