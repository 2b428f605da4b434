package dev.sekisho.attackpath;

import static dev.sekisho.collection.CollectionName.ASSETS;
import static dev.sekisho.collection.CollectionName.DATA_HOLDINGS;
import static dev.sekisho.collection.CollectionName.THIRD_PARTIES;
import static dev.sekisho.collection.CollectionName.ZONES;

import dev.sekisho.registry.RefersTo;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which attack paths are asked for. */
record AttackPathFilter(
        @QueryParam("from")
        @RefersTo(THIRD_PARTIES)
        @Parameter(description = "Key of a third party.", example = "msp-1")
        @Nullable
        String from,

        @QueryParam("to")
        @RefersTo({ZONES, ASSETS, DATA_HOLDINGS})
        @Parameter(description = "Key of a zone, an asset or a data holding.", example = "power-office")
        @Nullable
        String to,

        @QueryParam("maxBreaks")
        @Min(0)
        @Max(99)
        @Parameter(description = "At most so many breaks.", schema = @Schema(type = SchemaType.INTEGER), example = "1")
        @Nullable
        Integer maxBreaks) {}
