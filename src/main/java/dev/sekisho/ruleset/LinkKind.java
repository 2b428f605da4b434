package dev.sekisho.ruleset;

import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.web.problem.ProblemException;
import java.util.Locale;

/** The two kinds of link that can have a rule set. */
public enum LinkKind {
    CONNECTION_POINT("connection-points"),
    ZONE_LINK("zone-links");

    private final String collection;

    LinkKind(String collection) {
        this.collection = collection;
    }

    public String collection() {
        return collection;
    }

    /** One of this kind, in words. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The kind of link a subject is. */
    static LinkKind of(Subject link) {
        return valueOf(link.kind().name());
    }

    public Subject subject(String key) {
        return new Subject(Subject.Kind.valueOf(name()), key);
    }

    /** The link of this kind with this key. */
    Link in(Estate estate, String key) {
        Link link = this == CONNECTION_POINT
                ? estate.connectionPoints().get(key)
                : estate.zoneLinks().get(key);
        if (link == null) {
            throw ProblemException.notFound(words(), key);
        }
        return link;
    }
}
