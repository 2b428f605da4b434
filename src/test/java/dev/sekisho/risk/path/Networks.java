package dev.sekisho.risk.path;

import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.link.Filtering;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.link.LinkTerms;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.path.ZoneNode.TargetInZone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Small networks that tests draw zone by zone and link by link; zones are numbered as they come. */
public final class Networks {
    public static final int PLAIN = 10;
    public static final int CROWN = 90;

    private final List<ZoneNode> districts = new ArrayList<>();
    private final List<ZoneCrossing> crossings = new ArrayList<>();

    /** Zones z0, z1 ... of one organization, of this criticality each. */
    public static Networks of(int... criticalities) {
        var networks = new Networks();
        for (int criticality : criticalities) {
            networks.zone("ours", criticality);
        }
        return networks;
    }

    public Networks zone(String organization, int criticality) {
        return zone(organization, false, criticality);
    }

    Networks testZone(int criticality) {
        return zone("ours", true, criticality);
    }

    private Networks zone(String organization, boolean test, int criticality) {
        String key = "z" + districts.size();
        districts.add(new ZoneNode(key, organization, test, List.of(ground(Subject.Kind.ZONE, key, criticality))));
        return this;
    }

    /** One more host in the zone that was drawn last, no more critical than what is in it. */
    Networks host(String key, int criticality) {
        ZoneNode last = districts.remove(districts.size() - 1);
        var grounds = new ArrayList<>(last.grounds());
        grounds.add(ground(Subject.Kind.ASSET, key, criticality));
        districts.add(new ZoneNode(last.key(), last.organization(), last.test(), List.copyOf(grounds)));
        return this;
    }

    /** @param ways as {@link #ways} reads them */
    public Networks link(int from, int to, String... ways) {
        String key = "l" + crossings.size();
        crossings.add(new ZoneCrossing(link(key, "z" + from, "z" + to), ways(ways)));
        return this;
    }

    List<ZoneNode> districts() {
        return districts;
    }

    List<ZoneCrossing> crossings() {
        return crossings;
    }

    public Network build() {
        return new Network(districts, crossings);
    }

    /** Alternatives like "a" or "a+b"; without any the way is open. */
    static Ways ways(String... alternatives) {
        return alternatives.length == 0
                ? Ways.OPEN
                : Ways.of(Arrays.stream(alternatives)
                        .map(alternative -> List.of(alternative.split("\\+")))
                        .toList());
    }

    static ZoneLink link(String key, String from, String to) {
        return link(key, key, from, to);
    }

    /** The same link under another name. */
    static ZoneLink named(String name, ZoneLink link) {
        return link(link.key(), name, link.from(), link.zone());
    }

    private static ZoneLink link(String key, String name, String from, String to) {
        return new ZoneLink(key, name, from, to, LinkTerms.UNKNOWN, Filtering.UNKNOWN, LinkState.ACTIVE);
    }

    private static TargetInZone ground(Subject.Kind kind, String key, int criticality) {
        return new TargetInZone(new Subject(kind, key), key, criticality);
    }
}
