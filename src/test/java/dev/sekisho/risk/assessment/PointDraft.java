package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.link.Access;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.Ends;
import dev.sekisho.risk.estate.link.Filtering;
import dev.sekisho.risk.estate.link.Firewall;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.link.LinkTerms;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.estate.link.SourceAddressing;
import dev.sekisho.risk.estate.link.Transport;
import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A connection point of which tests state single facts. */
final class PointDraft {
    private static final LinkTerms TERMS = new LinkTerms(
            Transport.IP_VPN,
            Access.ALWAYS_ON,
            Authentication.MFA,
            Egress.DENY_BY_DEFAULT,
            Monitoring.UNKNOWN,
            List.of());

    private ConnectionPoint point;

    PointDraft(String key, String thirdParty, String zone) {
        var ends = new Ends(thirdParty, AddressSet.of("198.51.100.0/24"), zone, null);
        var filtering = Filtering.by(
                Islands.verified(null), Islands.httpsTo(zone.endsWith("b") ? "10.2.0.0/24" : "10.1.0.0/24"));
        point = new ConnectionPoint(key, key, ends, false, TERMS, filtering, LinkState.ACTIVE);
    }

    PointDraft into(String otherZone) {
        return as(point.with(point.ends().into(otherZone)));
    }

    PointDraft onto(@Nullable String host) {
        return as(point.with(point.ends().onto(host)));
    }

    PointDraft over(Transport other) {
        return as(point.with(point.terms().with(other)));
    }

    PointDraft behind(Authentication other) {
        return as(point.with(point.terms().with(other)));
    }

    PointDraft privileged() {
        return as(point.withRights(true));
    }

    PointDraft addressed(SourceAddressing other) {
        return as(point.with(point.ends().with(other)));
    }

    PointDraft from(String... addresses) {
        return as(point.with(point.ends().from(AddressSet.of(addresses))));
    }

    PointDraft firewall(Firewall other) {
        return as(point.with(point.filtering().with(other)));
    }

    PointDraft permitting(RuleSet other) {
        return as(point.with(point.filtering().enforcing(other)));
    }

    PointDraft open() {
        return permitting(RuleSet.of().orElse(Action.PERMIT));
    }

    PointDraft shut() {
        return permitting(RuleSet.of());
    }

    PointDraft in(LinkState other) {
        return as(point.with(other));
    }

    private PointDraft as(ConnectionPoint changed) {
        point = changed;
        return this;
    }

    ConnectionPoint build() {
        return point;
    }
}
