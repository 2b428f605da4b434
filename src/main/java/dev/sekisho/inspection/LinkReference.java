package dev.sekisho.inspection;

import static dev.sekisho.collection.CollectionName.CONNECTION_POINTS;
import static dev.sekisho.collection.CollectionName.ZONE_LINKS;

import dev.sekisho.registry.Key;
import dev.sekisho.registry.Reference;
import dev.sekisho.risk.estate.Subject;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One link: exactly one of the two. */
@Schema(name = "LinkReference", description = "One link: exactly one of the two.")
record LinkReference(
        @Schema(description = "Key of a connection point.", examples = "msp-unix") @Key @Nullable
        String connectionPoint,

        @Schema(description = "Key of a zone link.") @Key @Nullable
        String zoneLink) {

    boolean exactlyOne() {
        return (connectionPoint == null) != (zoneLink == null);
    }

    Subject subject() {
        return connectionPoint != null
                ? new Subject(Subject.Kind.CONNECTION_POINT, connectionPoint)
                : new Subject(Subject.Kind.ZONE_LINK, Objects.requireNonNull(zoneLink));
    }

    /** @param pointer of the object that names the link */
    List<Reference> references(String pointer) {
        return Reference.present(
                Reference.to(pointer + "/connectionPoint", CONNECTION_POINTS, connectionPoint),
                Reference.to(pointer + "/zoneLink", ZONE_LINKS, zoneLink));
    }
}
