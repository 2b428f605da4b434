package dev.sekisho.web;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Ends the start with one sentence where somebody else listens at our address. The server itself would find out only
 * after the database was opened and a first key printed that opens nothing.
 */
@ApplicationScoped
class PortInUse {
    private final String host;
    private final int port;
    private final String plain;

    PortInUse(
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "quarkus.http.insecure-requests", defaultValue = "enabled") String plain) {
        this.host = host;
        this.port = port;
        this.plain = plain;
    }

    void beforeTheDatabase(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE - 1) StartupEvent start) {
        if (LaunchMode.current() == LaunchMode.NORMAL && !plain.equals("disabled")) {
            check();
        }
    }

    void check() {
        try (var tried = new ServerSocket()) {
            tried.bind(new InetSocketAddress(host, port));
        } catch (IOException taken) {
            throw new ConfigurationException(
                    "Sekisho cannot listen on port %d of %s (%s): stop what listens there, or choose another by QUARKUS_HTTP_PORT and QUARKUS_HTTP_HOST."
                            .formatted(port, host, taken.getMessage()));
        }
    }
}
