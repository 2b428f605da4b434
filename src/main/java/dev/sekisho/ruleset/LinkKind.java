package dev.sekisho.ruleset;

import dev.sekisho.collection.CollectionName;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.web.problem.ProblemException;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The two kinds of link that can have a rule set. */
@Schema(description = "The two kinds of links: a third party's connection point, or a link between two of our zones.")
public enum LinkKind {
    CONNECTION_POINT(CollectionName.CONNECTION_POINTS),
    ZONE_LINK(CollectionName.ZONE_LINKS);

    private final CollectionName collection;

    LinkKind(CollectionName collection) {
        this.collection = collection;
    }

    public CollectionName collection() {
        return collection;
    }

    /** One of this kind, in words. */
    String words() {
        return collection.singular();
    }

    /** The kind of link a subject is. */
    static LinkKind of(Subject link) {
        return valueOf(link.kind().name());
    }

    public Subject subject(String key) {
        return new Subject(Subject.Kind.valueOf(name()), key);
    }

    /** Those of this kind, by key. */
    Map<String, ? extends Link> all(Estate estate) {
        return this == CONNECTION_POINT ? estate.connectionPoints() : estate.zoneLinks();
    }

    /** The link of this kind with this key. */
    public Link in(Estate estate, String key) {
        Map<String, ? extends Link> links = all(estate);
        Link link = links.get(key);
        if (link == null) {
            throw ProblemException.notFound(words(), key, links.keySet());
        }
        return link;
    }
}
