package dev.sekisho.software;

import dev.sekisho.registry.Key;
import dev.sekisho.risk.estate.software.Place;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where software is installed: exactly one of the four. */
@Schema(name = "Place", description = "Where software is installed: exactly one of the four.")
record PlaceView(
        @Schema(description = "Key of a host.") @Key @Nullable
        String asset,

        @Schema(description = "Key of a connection point.") @Key @Nullable
        String connectionPoint,

        @Schema(description = "Key of a zone, where the host is not known.") @Key @Nullable
        String zone,

        @Schema(description = "Key of a data holding, where it runs at the third party that holds our data.")
        @Key
        @Nullable
        String dataHolding) {
    static final PlaceView NOWHERE = new PlaceView(null, null, null, null);

    boolean exactlyOne() {
        return Stream.of(asset == null, connectionPoint == null, zone == null, dataHolding == null)
                        .filter(absent -> !absent)
                        .count()
                == 1;
    }

    static PlaceView of(Place place) {
        return switch (place.kind()) {
            case ASSET -> new PlaceView(place.key(), null, null, null);
            case CONNECTION_POINT -> new PlaceView(null, place.key(), null, null);
            case ZONE -> new PlaceView(null, null, place.key(), null);
            case DATA_HOLDING -> new PlaceView(null, null, null, place.key());
        };
    }

    Place fact() {
        if (asset != null) {
            return new Place(Place.Kind.ASSET, asset);
        }
        if (connectionPoint != null) {
            return new Place(Place.Kind.CONNECTION_POINT, connectionPoint);
        }
        return zone != null
                ? new Place(Place.Kind.ZONE, zone)
                : new Place(Place.Kind.DATA_HOLDING, Objects.requireNonNull(dataHolding));
    }
}
