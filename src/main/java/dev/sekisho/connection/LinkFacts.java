package dev.sekisho.connection;

import dev.sekisho.inspection.Inspections;
import dev.sekisho.organization.MonitoringView;
import dev.sekisho.risk.estate.link.Access;
import dev.sekisho.risk.estate.link.ApprovedFlow;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.Firewall;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.estate.link.Transport;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.LinkKind;
import dev.sekisho.ruleset.RuleSets;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the core takes of a connection point and a zone link alike; what is not stated is unknown. */
record LinkFacts(
        Transport transport,
        Access access,
        Authentication authentication,
        Egress egress,
        Monitoring monitoring,
        List<ApprovedFlow> approvedFlows,
        Firewall firewall,
        @Nullable RuleSet ruleSet,
        @Nullable RuleSet approvedRuleSet,
        LinkState state) {

    /** Where the facts of a link lie: in its row, among the rule sets and among the inspections. */
    @Singleton
    static class Source {
        private final RuleSets ruleSets;
        private final Inspections inspections;

        Source(RuleSets ruleSets, Inspections inspections) {
            this.ruleSets = ruleSets;
            this.inspections = inspections;
        }

        LinkFacts of(LinkKind kind, LinkEntity row) {
            return new LinkFacts(
                    Objects.requireNonNullElse(row.transport, Transport.UNKNOWN),
                    Objects.requireNonNullElse(row.access, Access.UNKNOWN),
                    Objects.requireNonNullElse(row.authentication, Authentication.UNKNOWN),
                    Objects.requireNonNullElse(row.egress, Egress.UNKNOWN),
                    MonitoringView.factOf(row.monitoring),
                    FlowView.facts(row.approvedFlows),
                    inspections.applied(FirewallView.factOf(row), kind.subject(row.id)),
                    ruleSets.current(kind, row.id),
                    ruleSets.approved(kind, row.id),
                    Objects.requireNonNullElse(row.state, LinkState.ACTIVE));
        }

        void forget(LinkKind kind, LinkEntity row) {
            ruleSets.forget(kind, row.id);
            inspections.forget(kind.subject(row.id));
        }
    }
}
