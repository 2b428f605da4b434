package dev.sekisho.web.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://dash.example",
                "http://localhost:3000",
                "https://xn--wgv71a.example:8443",
                "http://10.0.0.7:8080",
                "http://[2001:db8::80]:81",
                "http://[2001:db8::80]"
            })
    void takesAnOriginAsBrowsersSendIt(String origin) {
        AllowedOrigins allowed = AllowedOrigins.of(List.of(" " + origin + " ", ""));

        assertThat(allowed.allows(origin)).isTrue();
        assertThat(allowed.allows(origin + ".evil.example")).isFalse();
        assertThat(allowed.allows("null")).isFalse();
        assertThat(allowed.allows(null)).isFalse();
    }

    /** Whoever writes one of these means something that no origin is equal to, or everybody. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "https://*",
                "https://*.example",
                "/https://.*/",
                "https://dash.example/",
                "https://dash.example/path",
                "https://Dash.example",
                "HTTPS://dash.example",
                "dash.example",
                "https://dash.example:443",
                "http://dash.example:80",
                "https://u:p@dash.example",
                "https://dash.example https://other.example",
                "file://x",
                "https://日本.example",
                "https://"
            })
    void refusesWhatIsNoneInOneSentence(String origin) {
        assertThatThrownBy(() -> AllowedOrigins.of(List.of(origin)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("SEKISHO_CORS_ORIGINS", origin, "such as https://dashboards.example.com");
    }
}
