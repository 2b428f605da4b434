package dev.sekisho.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the transaction of a thread is for: it decides what its connection may do and how long it may take. */
final class TransactionScope {
    private static final ThreadLocal<@Nullable TransactionScope> CURRENT = new ThreadLocal<>();

    /** The longest single statement of a transaction that has no deadline; while more comes, it may go on. */
    private static final Duration WITHOUT_PROGRESS = Duration.ofSeconds(120);

    /** Where the connection is not cut from outside, it gives up by itself soon after. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final boolean writes;
    private final @Nullable TransactionDeadline deadline;
    private final Map<Class<?>, Attendant> attendants = new LinkedHashMap<>();

    TransactionScope(boolean writes, @Nullable TransactionDeadline deadline) {
        this.writes = writes;
        this.deadline = deadline;
    }

    static @Nullable TransactionScope current() {
        return CURRENT.get();
    }

    /** The one of its kind; made where there is none. */
    <A extends Attendant> A attendant(Class<A> kind, Supplier<A> made) {
        if (!writes) {
            throw new IllegalStateException("nothing is written in a transaction that reads");
        }
        Attendant known = attendants.get(kind);
        if (known == null) {
            known = made.get();
            attendants.put(kind, known);
        }
        return kind.cast(known);
    }

    void beforeCommit() {
        List.copyOf(attendants.values()).forEach(Attendant::beforeCommit);
    }

    void afterCommit() {
        attendants.values().forEach(Attendant::afterCommit);
    }

    <T> T around(Callable<T> work) throws Exception {
        TransactionScope outer = CURRENT.get();
        CURRENT.set(this);
        try {
            return deadline == null ? work.call() : deadline.during(work);
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    /** Binds a connection of a server to what is allowed here. */
    void bind(Connection connection) throws SQLException {
        connection.setReadOnly(!writes);
        Duration silence = deadline == null ? WITHOUT_PROGRESS : deadline.left().plus(GRACE);
        connection.setNetworkTimeout(Runnable::run, (int) silence.toMillis());
        if (deadline != null) {
            deadline.uses(connection);
        }
    }

    void release(Connection connection) {
        if (deadline != null) {
            deadline.lets(connection);
        }
    }
}
