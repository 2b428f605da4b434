package dev.sekisho.risk.path;

import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Ends;
import dev.sekisho.risk.estate.link.Filtering;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.link.LinkTerms;
import dev.sekisho.risk.traffic.set.AddressSet;

/** Connection points of which only the landing matters. */
final class Points {
    private Points() {}

    static ConnectionPoint into(String zone) {
        return into("c", zone);
    }

    static ConnectionPoint into(String key, String zone) {
        var ends = new Ends("t", AddressSet.NONE, zone, null);
        return new ConnectionPoint(key, key, ends, null, LinkTerms.UNKNOWN, Filtering.UNKNOWN, LinkState.ACTIVE);
    }
}
