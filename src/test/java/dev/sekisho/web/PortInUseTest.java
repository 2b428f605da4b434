package dev.sekisho.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortInUseTest {
    private static final String HERE = "127.0.0.1";

    @Test
    void refusesAPortSomebodyElseHas() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName(HERE))) {
            var check = new PortInUse(HERE, other.getLocalPort(), "enabled");

            assertThatThrownBy(check::check)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContainingAll(
                            "port " + other.getLocalPort(), "Address already in use", "QUARKUS_HTTP_PORT");
        }
    }

    @Test
    void takesAPortThatIsFree() {
        assertThatCode(new PortInUse(HERE, 0, "enabled")::check).doesNotThrowAnyException();
    }
}
