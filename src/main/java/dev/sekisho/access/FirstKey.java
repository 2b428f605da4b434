package dev.sekisho.access;

import dev.sekisho.database.DatabaseOpened;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/** Sees to it that there is an administrator's key from the first start on. */
@ApplicationScoped
class FirstKey {
    private final KeyRing ring;
    private final AccessConfig config;

    FirstKey(KeyRing ring, AccessConfig config) {
        this.ring = ring;
        this.config = config;
    }

    void atStart(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) DatabaseOpened opened) {
        ring.load();
        config.adminKey().ifPresent(key -> ring.adopt(key, "first administrator", Role.ADMIN));
        if (ring.isEmpty()) {
            IssuedKey key = ring.issue("first administrator", Role.ADMIN, null);
            // Shown on the terminal once and kept out of the log, which may be collected elsewhere.
            System.out.println("Sekisho: the first administrator's API key, shown only now: " + key.secret());
        }
    }
}
