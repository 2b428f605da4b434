package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.RuleSet;

/** Links in another state. */
final class Links {
    private static final RuleSet OPEN = RuleSet.of().orElse(Action.PERMIT);

    private Links() {}

    /** Up, and letting something through: a link that lets nothing through is a proof of isolation, not a danger. */
    static ConnectionPoint up(ConnectionPoint p) {
        return in(LinkState.ACTIVE, p);
    }

    static ConnectionPoint in(LinkState state, ConnectionPoint p) {
        return p.with(p.filtering().enforcing(OPEN)).with(state);
    }

    static ZoneLink up(ZoneLink l) {
        return in(LinkState.ACTIVE, l);
    }

    static ZoneLink in(LinkState state, ZoneLink l) {
        return l.with(l.filtering().enforcing(OPEN)).with(state);
    }
}
