package dev.sekisho.access;

import dev.sekisho.database.DatabaseOpened;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.Optional;

/** Sees to it that there is an administrator's key from the first start on. */
@ApplicationScoped
class FirstKey {
    private final KeyRing ring;
    private final AccessConfig config;

    FirstKey(KeyRing ring, AccessConfig config) {
        this.ring = ring;
        this.config = config;
    }

    /** Before anything else is touched: a key that can open nothing is somebody's mistake. */
    void checkForm(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE - 1) StartupEvent start) {
        if (config.adminKey().map(Secret::parse).filter(Optional::isEmpty).isPresent()) {
            throw new ConfigurationException(
                    "SEKISHO_ADMIN_KEY has not the form of a key: sek_ + 12 of a-z0-9 + _ + 43 of A-Za-z0-9_-.");
        }
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
