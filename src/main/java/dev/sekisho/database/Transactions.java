package dev.sekisho.database;

import dev.sekisho.web.problem.DatabaseFailure;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one way to the database. A transaction says whether it reads or writes, and whether somebody waits for it: then it
 * has a deadline, and otherwise it may go on for as long as it gets on.
 */
@ApplicationScoped
public class Transactions {
    /** What a read may take. */
    static final Duration READ = Duration.ofSeconds(5);

    /** What a single write may take, with all its tries. */
    static final Duration WRITE = Duration.ofSeconds(10);

    /** Only so that nothing goes on for ever. */
    private static final int LONGEST_SECONDS = 4 * 60 * 60;

    private final EntityManager entities;
    private final Fence fence;
    private final Doubts doubts;
    private final DiskSpace room;

    Transactions(EntityManager entities, Fence fence, Doubts doubts, DiskSpace room) {
        this.entities = entities;
        this.fence = fence;
        this.doubts = doubts;
        this.room = room;
    }

    /** Reads, in a transaction of its own. */
    public <T> T read(Callable<T> work) {
        return in(new TransactionScope(false, TransactionDeadline.in(READ)), work);
    }

    public void read(Runnable work) {
        read(valueless(work));
    }

    /** Reads in the transaction at hand, or else in one of its own. */
    public <T> T readWithin(Callable<T> work) {
        return QuarkusTransaction.isActive() ? called(work) : read(work);
    }

    /** Reads much, for nobody who waits, in the transaction at hand or else in one of its own. */
    public <T> T readAtLength(Callable<T> work) {
        return QuarkusTransaction.isActive() ? called(work) : in(new TransactionScope(false, null), work);
    }

    public void readAtLength(Runnable work) {
        readAtLength(valueless(work));
    }

    /** Until when a single write that begins now is to be done. */
    public TransactionDeadline single() {
        return TransactionDeadline.in(WRITE);
    }

    /** Writes, in a transaction of its own. */
    public <T> T write(Callable<T> work) {
        return write(work, single());
    }

    public void write(Runnable work) {
        write(valueless(work));
    }

    /** Writes much, for nobody who waits. */
    public <T> T writeAtLength(Callable<T> work) {
        return write(work, null);
    }

    public void writeAtLength(Runnable work) {
        writeAtLength(valueless(work));
    }

    /**
     * Writes, in a transaction of its own.
     *
     * @param deadline absent where nobody waits
     * @throws ProblemException OUTCOME_UNKNOWN when nobody can tell yet whether it is stored
     */
    public <T> T write(Callable<T> work, @Nullable TransactionDeadline deadline) {
        var ending = new Ending(deadline);
        var scope = new TransactionScope(true, deadline);
        try {
            T written = in(scope, () -> {
                T result = work.call();
                entities.flush();
                scope.beforeCommit();
                ending.begin(fence.pass());
                return result;
            });
            scope.afterCommit();
            return written;
        } catch (RuntimeException failure) {
            throw ending.judged(failure);
        } finally {
            ending.over();
        }
    }

    /**
     * What attends the writing transaction of this thread, one of each kind.
     *
     * @throws IllegalStateException where there is none
     */
    public <A extends Attendant> A attendant(Class<A> kind, Supplier<A> made) {
        TransactionScope scope = TransactionScope.current();
        if (scope == null) {
            throw new IllegalStateException("nothing is written outside a transaction");
        }
        return scope.attendant(kind, made);
    }

    private static <T> T in(TransactionScope scope, Callable<T> work) {
        return called(() -> scope.around(
                () -> QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(work)));
    }

    private static <T> T called(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new QuarkusTransactionException(failure);
        }
    }

    private static Callable<Boolean> valueless(Runnable work) {
        return () -> {
            work.run();
            return true;
        };
    }

    /** The end of a writing transaction: from here on a failure does not say that nothing is stored. */
    private final class Ending {
        private final Lock committing = doubts.committing();
        private final @Nullable TransactionDeadline deadline;
        private @Nullable String transaction;
        private boolean begun;

        Ending(@Nullable TransactionDeadline deadline) {
            this.deadline = deadline;
        }

        void begin(@Nullable String name) {
            if (!(deadline == null ? single() : deadline).reaches(committing)) {
                throw ProblemException.of(
                                ProblemType.UNAVAILABLE,
                                "It is being found out what became of another write; nothing was stored. Try again.")
                        .with("Retry-After", "2");
            }
            transaction = name;
            begun = true;
        }

        /** What the caller is told: a server that answered its commit has refused it, one that did not may have done it. */
        RuntimeException judged(RuntimeException failure) {
            if (DatabaseFailure.isFull(failure)) {
                room.serverIsFull();
            }
            if (!begun || !DatabaseFailure.isSilence(failure)) {
                return failure;
            }
            over();
            doubts.about(transaction);
            return ProblemException.of(
                            ProblemType.OUTCOME_UNKNOWN,
                            "The database did not say whether it stored this. Read it, or send it again as it was: a"
                                    + " POST with the same Idempotency-Key has no second effect.")
                    .with("Retry-After", "2");
        }

        void over() {
            if (begun) {
                begun = false;
                committing.unlock();
            }
        }
    }
}
