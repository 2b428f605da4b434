package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;

/** Links in another state. */
final class Links {
    private Links() {}

    /** Up, and letting something through: a link that lets nothing through is a proof of isolation, not a danger. */
    static ConnectionPoint up(ConnectionPoint p) {
        return in(LinkState.ACTIVE, p);
    }

    static ConnectionPoint in(LinkState state, ConnectionPoint p) {
        return new ConnectionPoint(
                p.key(),
                p.name(),
                p.thirdParty(),
                p.zone(),
                p.asset(),
                p.transport(),
                p.access(),
                p.authentication(),
                p.privileged(),
                p.sources(),
                p.egress(),
                p.monitoring(),
                p.approvedFlows(),
                p.firewall(),
                RuleSet.of().orElse(Action.PERMIT),
                state);
    }

    static Asset withoutAddress(Asset a) {
        return new Asset(
                a.key(),
                a.name(),
                a.zone(),
                AddressSet.NONE,
                a.criticality(),
                a.managedBy(),
                a.monitoring(),
                a.credentialGroup());
    }

    static ZoneLink up(ZoneLink l) {
        return in(LinkState.ACTIVE, l);
    }

    static ZoneLink in(LinkState state, ZoneLink l) {
        return new ZoneLink(
                l.key(),
                l.name(),
                l.from(),
                l.zone(),
                l.transport(),
                l.access(),
                l.authentication(),
                l.egress(),
                l.monitoring(),
                l.approvedFlows(),
                l.firewall(),
                RuleSet.of().orElse(Action.PERMIT),
                state);
    }
}
