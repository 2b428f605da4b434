package dev.sekisho.web.problem;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hibernate.exception.JDBCConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells an unreachable or overloaded database from a mistake of ours. */
public final class DatabaseFailure {
    private static final int DEEPEST = 20;
    private static final String DISK_FULL = "53100";
    private static final String CANCELLED = "57014";
    private static final String STOOD_STILL = "25P03";

    /** What systems say; Java hands on their words. */
    private static final List<String> NO_ROOM =
            List.of("No space left on device", "Disk quota exceeded", "not enough space on the disk");

    private DatabaseFailure() {}

    public static boolean isOutage(Throwable failure) {
        return find(failure, DatabaseFailure::outage);
    }

    /** It cannot be told what the server did: it said nothing, or only that it is going down. */
    public static boolean isSilence(Throwable failure) {
        boolean refused = find(failure, cause -> cause instanceof SQLException sql && refusal(state(sql)));
        return !refused && (isOutage(failure) || find(failure, DatabaseFailure::brokeOff));
    }

    /** The embedded database found no room in the middle of writing. */
    private static boolean brokeOff(Throwable cause) {
        return cause instanceof IOException && hasNoRoom(String.valueOf(cause.getMessage()));
    }

    /** The server is full, or ended a transaction that stood still; either way it stored nothing. */
    private static boolean refusal(String state) {
        return state.startsWith("53") || state.equals(CANCELLED) || state.equals(STOOD_STILL);
    }

    /** There is no room left, at the database server or on a disk of ours. */
    public static boolean isFull(Throwable failure) {
        return find(
                failure,
                cause -> brokeOff(cause)
                        || cause instanceof SQLException sql && state(sql).equals(DISK_FULL));
    }

    private static boolean hasNoRoom(String message) {
        return NO_ROOM.stream().anyMatch(message::contains);
    }

    /** Two transactions got into each other's way; trying again helps. */
    public static boolean isCollision(Throwable failure) {
        return find(failure, cause -> cause instanceof SQLException sql && collision(sql.getSQLState()));
    }

    /** A uniqueness or foreign key constraint refused the write. */
    public static boolean isViolation(Throwable failure) {
        return find(
                failure,
                cause -> cause instanceof SQLException sql && state(sql).startsWith("23"));
    }

    /** What the failure came down to, in a line. */
    public static String reason(Throwable failure) {
        Throwable last = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            last = cause;
        }
        return last.getClass().getSimpleName() + ": " + last.getMessage();
    }

    private static boolean outage(Throwable cause) {
        if (cause instanceof SQLException sql) {
            String state = state(sql);
            // 08 connection, 53 resources, 57 shut down or cancelled, 58 system; 90xxx are H2's own for a closed or
            // broken
            // store.
            return state.startsWith("08")
                    || state.startsWith("53")
                    || state.startsWith("57")
                    || state.equals(STOOD_STILL)
                    || state.startsWith("58")
                    || state.equals("90020")
                    || state.equals("90067")
                    || state.equals("90098")
                    || state.equals("90121")
                    || state.equals("90028")
                    || String.valueOf(sql.getMessage()).toLowerCase(Locale.ROOT).contains("acquisition timeout");
        }
        return cause instanceof JDBCConnectionException;
    }

    private static boolean collision(@Nullable String state) {
        return "40001".equals(state)
                || "40P01".equals(state)
                || "HYT00".equals(state)
                || "90131".equals(state)
                || "55P03".equals(state);
    }

    private static String state(SQLException sql) {
        return sql.getSQLState() == null ? "" : sql.getSQLState();
    }

    /** A commit that fails carries what failed it beside its cause. */
    private static boolean find(Throwable failure, Predicate<Throwable> wanted) {
        return find(failure, wanted, 0);
    }

    private static boolean find(@Nullable Throwable failure, Predicate<Throwable> wanted, int depth) {
        if (failure == null || depth > DEEPEST) {
            return false;
        }
        return wanted.test(failure)
                || find(failure.getCause(), wanted, depth + 1)
                || Stream.of(failure.getSuppressed()).anyMatch(beside -> find(beside, wanted, depth + 1));
    }
}
