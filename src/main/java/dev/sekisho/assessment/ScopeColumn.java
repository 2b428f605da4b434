package dev.sekisho.assessment;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.sekisho.registry.field.JsonColumn;
import dev.sekisho.risk.rule.AcceptanceScope;

/** What an acceptance covers, in one column. */
final class ScopeColumn extends JsonColumn<AcceptanceScope> {
    ScopeColumn() {
        super(new TypeReference<>() {});
    }
}
