package dev.sekisho.risk.path;

import dev.sekisho.risk.estate.link.Access;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.Firewall;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.estate.link.Transport;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.List;

/** Connection points of which only the landing matters. */
final class Points {
    private Points() {}

    static ConnectionPoint into(String zone) {
        return into("c", zone);
    }

    static ConnectionPoint into(String key, String zone) {
        return new ConnectionPoint(
                key,
                key,
                "t",
                zone,
                null,
                Transport.UNKNOWN,
                Access.UNKNOWN,
                Authentication.UNKNOWN,
                null,
                AddressSet.NONE,
                Egress.UNKNOWN,
                Monitoring.UNKNOWN,
                List.of(),
                Firewall.UNKNOWN,
                null,
                LinkState.ACTIVE);
    }
}
