package dev.sekisho.connection;

import dev.sekisho.inspection.Inspections;
import dev.sekisho.risk.estate.link.Filtering;
import dev.sekisho.ruleset.LinkKind;
import dev.sekisho.ruleset.RuleSets;
import jakarta.inject.Singleton;

/** What is told of a link elsewhere than in its row: among the rule sets and among the inspections. */
@Singleton
class LinkFacts {
    private final RuleSets ruleSets;
    private final Inspections inspections;

    LinkFacts(RuleSets ruleSets, Inspections inspections) {
        this.ruleSets = ruleSets;
        this.inspections = inspections;
    }

    Filtering filtering(LinkKind kind, LinkEntity row) {
        return new Filtering(
                inspections
                        .applied(FirewallView.factOf(row), kind.subject(row.id))
                        .rulesStoredOn(ruleSets.storedOn(kind, row.id)),
                ruleSets.current(kind, row.id),
                ruleSets.approved(kind, row.id));
    }

    void forget(LinkKind kind, LinkEntity row) {
        ruleSets.forget(kind, row.id);
        inspections.forget(kind.subject(row.id));
    }
}
