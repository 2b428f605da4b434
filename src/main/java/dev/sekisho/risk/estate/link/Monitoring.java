package dev.sekisho.risk.estate.link;

import org.jspecify.annotations.Nullable;

/**
 * Four yes/no facts on whether an intrusion would be seen; what is not stated counts as no.
 *
 * @param flowLogsToSiem the flows of the link reach the SIEM
 * @param endpointDetection EDR or log forwarding runs on the landing hosts
 * @param alertsWatched24x7 somebody looks at alerts around the clock
 * @param logRetentionDays days the logs are kept
 */
public record Monitoring(
        @Nullable Boolean flowLogsToSiem,
        @Nullable Boolean endpointDetection,
        @Nullable Boolean alertsWatched24x7,
        @Nullable Integer logRetentionDays) {

    public static final Monitoring UNKNOWN = new Monitoring(null, null, null, null);
    private static final int YEAR = 365;

    public Monitoring {
        if (logRetentionDays != null && logRetentionDays < 0) {
            throw new IllegalArgumentException("logRetentionDays must not be negative: " + logRetentionDays);
        }
    }

    public boolean logsFlows() {
        return Boolean.TRUE.equals(flowLogsToSiem);
    }

    public boolean detectsOnHosts() {
        return Boolean.TRUE.equals(endpointDetection);
    }

    public boolean watched() {
        return Boolean.TRUE.equals(alertsWatched24x7);
    }

    /** Days of log retention, 0 where nobody said. */
    public int retention() {
        return logRetentionDays == null ? 0 : logRetentionDays;
    }

    /** How many of the four facts hold, 0..4. */
    public int held() {
        return (logsFlows() ? 1 : 0) + (detectsOnHosts() ? 1 : 0) + (watched() ? 1 : 0) + (retention() >= YEAR ? 1 : 0);
    }
}
