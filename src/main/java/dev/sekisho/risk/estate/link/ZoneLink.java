package dev.sekisho.risk.estate.link;

/**
 * A way from one of our zones into another.
 *
 * @param from key of the zone it starts in
 * @param zone key of the zone it leads into
 */
public record ZoneLink(
        String key, String name, String from, String zone, LinkTerms terms, Filtering filtering, LinkState state)
        implements Link {

    public ZoneLink {
        if (from.equals(zone)) {
            throw new IllegalArgumentException("a zone link leads from " + from + " into itself");
        }
    }

    public ZoneLink with(LinkTerms other) {
        return new ZoneLink(key, name, from, zone, other, filtering, state);
    }

    public ZoneLink with(Filtering other) {
        return new ZoneLink(key, name, from, zone, terms, other, state);
    }

    public ZoneLink with(LinkState other) {
        return new ZoneLink(key, name, from, zone, terms, filtering, other);
    }
}
