package dev.sekisho.software;

import dev.sekisho.registry.Key;
import dev.sekisho.risk.estate.software.Place;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where software is installed: exactly one of the three. */
@Schema(name = "Place", description = "Where software is installed: exactly one of the three.")
record PlaceView(
        @Schema(description = "Key of a host.") @Key @Nullable
        String asset,

        @Schema(description = "Key of a connection point.") @Key @Nullable
        String connectionPoint,

        @Schema(description = "Key of a zone, where the host is not known.") @Key @Nullable
        String zone) {
    static final PlaceView NOWHERE = new PlaceView(null, null, null);

    boolean exactlyOne() {
        return Stream.of(asset == null, connectionPoint == null, zone == null)
                        .filter(absent -> !absent)
                        .count()
                == 1;
    }

    static PlaceView of(Place place) {
        return switch (place.kind()) {
            case ASSET -> new PlaceView(place.key(), null, null);
            case CONNECTION_POINT -> new PlaceView(null, place.key(), null);
            case ZONE -> new PlaceView(null, null, place.key());
            case DATA_HOLDING -> NOWHERE;
        };
    }

    Place fact() {
        if (asset != null) {
            return new Place(Place.Kind.ASSET, asset);
        }
        return connectionPoint != null
                ? new Place(Place.Kind.CONNECTION_POINT, connectionPoint)
                : new Place(Place.Kind.ZONE, Objects.requireNonNull(zone));
    }
}
