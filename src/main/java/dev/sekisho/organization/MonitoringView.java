package dev.sekisho.organization;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.sekisho.registry.field.JsonColumn;
import dev.sekisho.risk.estate.link.Monitoring;
import jakarta.persistence.Converter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Four yes/no facts on whether an intrusion would be seen; what is not stated counts as no. */
@Schema(name = "Monitoring", description = "Whether an intrusion would be seen; what is not stated counts as no.")
public record MonitoringView(
        @Schema(description = "The flows of the link reach the SIEM.") @Nullable
        Boolean flowLogsToSiem,

        @Schema(
                description =
                        "EDR or log forwarding runs on the hosts. What a link says of it counts only where no host of the zone it leads into is registered; else all of them have to say so.")
        @Nullable
        Boolean endpointDetection,

        @Schema(description = "Somebody looks at alerts around the clock.") @Nullable
        Boolean alertsWatched24x7,

        @Schema(description = "Days the logs are kept.", examples = "365") @Min(0) @Max(36500) @Nullable
        Integer logRetentionDays) {

    /** The fact; absent means that nothing is known. */
    public static Monitoring factOf(@Nullable MonitoringView said) {
        return said == null
                ? Monitoring.UNKNOWN
                : new Monitoring(
                        said.flowLogsToSiem, said.endpointDetection, said.alertsWatched24x7, said.logRetentionDays);
    }

    /** Keeps it in one column. */
    @Converter
    public static class Column extends JsonColumn<MonitoringView> {
        public Column() {
            super(new TypeReference<>() {});
        }
    }
}
