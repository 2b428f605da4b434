package dev.sekisho.finding;

import dev.sekisho.registry.Referable;
import dev.sekisho.risk.rule.RuleReference;
import jakarta.inject.Singleton;
import java.util.Collection;

/** The codes of the finding catalogue. */
@Singleton
class RuleCodes implements Referable {
    @Override
    public String name() {
        return "rules";
    }

    @Override
    public String singular() {
        return "rule";
    }

    @Override
    public boolean holds(String value) {
        return FindingReferences.find(value).isPresent();
    }

    @Override
    public Collection<String> beside(String value) {
        return FindingReferences.all().stream().map(RuleReference::code).toList();
    }
}
