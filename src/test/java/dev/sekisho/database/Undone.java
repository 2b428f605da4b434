package dev.sekisho.database;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Lets a test write as it likes and takes all of it back. */
public final class Undone extends RuntimeException {
    private Undone() {
        super("taken back", null, false, false);
    }

    public static <T> T after(Transactions transactions, Supplier<T> work) {
        var result = new AtomicReference<T>();
        try {
            transactions.writeAtLength(() -> {
                result.set(work.get());
                throw new Undone();
            });
        } catch (Undone taken) {
            return result.get();
        }
        throw new IllegalStateException("it was not taken back");
    }
}
