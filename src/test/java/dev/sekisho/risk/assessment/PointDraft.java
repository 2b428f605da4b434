package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.link.Access;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.Firewall;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.estate.link.Transport;
import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A connection point of which tests state single facts. */
final class PointDraft {
    private final String key;
    private final String thirdParty;
    private String zone;
    private @Nullable String asset;
    private Transport transport = Transport.IP_VPN;
    private Authentication authentication = Authentication.MFA;
    private boolean privileged;
    private Firewall firewall = Islands.verified(null);
    private AddressSet sources = AddressSet.of("198.51.100.0/24");
    private RuleSet rules = Islands.HTTPS;
    private LinkState state = LinkState.ACTIVE;

    PointDraft(String key, String thirdParty, String zone) {
        this.key = key;
        this.thirdParty = thirdParty;
        this.zone = zone;
    }

    PointDraft into(String otherZone) {
        zone = otherZone;
        return this;
    }

    PointDraft onto(@Nullable String host) {
        asset = host;
        return this;
    }

    PointDraft over(Transport other) {
        transport = other;
        return this;
    }

    PointDraft behind(Authentication other) {
        authentication = other;
        return this;
    }

    PointDraft privileged() {
        privileged = true;
        return this;
    }

    PointDraft from(String... addresses) {
        sources = AddressSet.of(addresses);
        return this;
    }

    PointDraft firewall(Firewall other) {
        firewall = other;
        return this;
    }

    PointDraft permitting(RuleSet other) {
        rules = other;
        return this;
    }

    PointDraft open() {
        return permitting(RuleSet.of().orElse(Action.PERMIT));
    }

    PointDraft shut() {
        return permitting(RuleSet.of());
    }

    PointDraft in(LinkState other) {
        state = other;
        return this;
    }

    ConnectionPoint build() {
        return new ConnectionPoint(
                key,
                key,
                thirdParty,
                zone,
                asset,
                transport,
                Access.ALWAYS_ON,
                authentication,
                privileged,
                sources,
                Egress.DENY_BY_DEFAULT,
                Monitoring.UNKNOWN,
                List.of(),
                firewall,
                rules,
                state);
    }
}
