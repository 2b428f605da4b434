package dev.sekisho.change;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who writes, and by what request.
 *
 * @param name the id of an API key, or what writes by itself: upgrade, demo, sekisho
 * @param traceId of the request, as answers and the log show it
 * @param source the address the request came from
 * @param reason as the caller put it
 */
public record Actor(
        String name,
        @Nullable String traceId,
        @Nullable String source,
        @Nullable String reason) {

    private static final ThreadLocal<@Nullable Actor> ACTING = new ThreadLocal<>();

    /** The service itself, where nobody asked. */
    static final Actor SERVICE = named("sekisho");

    /** What writes by itself. */
    public static Actor named(String name) {
        return new Actor(name, null, null, null);
    }

    /** Who the thread at hand writes for, where that was said. */
    static @Nullable Actor acting() {
        return ACTING.get();
    }

    /** Does something in the name of this one, whatever the thread. */
    public <T> T doing(Supplier<T> work) {
        Actor before = ACTING.get();
        ACTING.set(this);
        try {
            return work.get();
        } finally {
            if (before == null) {
                ACTING.remove();
            } else {
                ACTING.set(before);
            }
        }
    }

    public void doing(Runnable work) {
        doing(() -> {
            work.run();
            return true;
        });
    }
}
