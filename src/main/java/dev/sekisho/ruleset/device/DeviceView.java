package dev.sekisho.ruleset.device;

import dev.sekisho.ruleset.format.Format;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A device whose configuration is stored. */
@Schema(name = "Device", description = "A device whose whole configuration is stored once for all links it guards.")
record DeviceView(
        @Schema(description = "Key of the device.", examples = "edge-fw-1")
        String key,

        @Schema(description = "Counts the configurations it has had, from 1.")
        int revision,

        @Schema(description = "The format of its configuration.")
        Format format,

        @Schema(description = "SHA-256 of the configuration as it was sent.")
        String sha256,

        @Schema(description = "How large the configuration is, in bytes.")
        long sizeBytes,

        @Schema(description = "When it was stored.") Instant storedAt,

        @Schema(description = "Id of the API key that stored it.")
        String storedBy,

        @Schema(description = "How many positions of links are read from it.")
        long links) {

    static DeviceView of(DeviceEntity row, long links) {
        return new DeviceView(
                row.id,
                row.revision,
                Format.valueOf(row.format),
                row.sha256,
                row.sizeBytes,
                row.storedAt,
                row.storedBy,
                links);
    }
}
