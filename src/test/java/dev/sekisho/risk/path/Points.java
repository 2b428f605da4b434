package dev.sekisho.risk.path;

import dev.sekisho.risk.estate.Access;
import dev.sekisho.risk.estate.Authentication;
import dev.sekisho.risk.estate.ConnectionPoint;
import dev.sekisho.risk.estate.Egress;
import dev.sekisho.risk.estate.Firewall;
import dev.sekisho.risk.estate.LinkState;
import dev.sekisho.risk.estate.Monitoring;
import dev.sekisho.risk.estate.Transport;
import dev.sekisho.risk.traffic.AddressSet;
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
