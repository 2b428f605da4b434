package dev.sekisho.finding;

import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.catalogue.Catalogue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The reference paragraphs of the rules, by code. */
final class FindingReferences {
    private static final SortedMap<String, RuleReference> BY_CODE = new TreeMap<>(Catalogue.rules().stream()
            .map(FindingRule::reference)
            .collect(Collectors.toMap(RuleReference::code, Function.identity(), (one, same) -> one)));

    private FindingReferences() {}

    static Optional<RuleReference> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    static List<RuleReference> all() {
        return List.copyOf(BY_CODE.values());
    }

    static Set<String> codes() {
        return BY_CODE.keySet();
    }

    static String title(String code) {
        return find(code).map(RuleReference::title).orElse(code);
    }
}
