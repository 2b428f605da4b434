package dev.sekisho.web.origin;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The origins on the list, each exactly as browsers send it: there are no patterns that could take in more than was meant. */
record AllowedOrigins(Set<String> origins) {
    private static final String LABEL = "[a-z0-9]([a-z0-9-]*[a-z0-9])?";
    private static final Pattern ORIGIN =
            Pattern.compile("https?://(" + LABEL + "(\\." + LABEL + ")*|\\[[0-9a-f:.]+])(:[1-9][0-9]{0,4})?");
    private static final Pattern NEEDLESS_PORT = Pattern.compile("http://.*:80|https://.*:443");

    static AllowedOrigins of(List<String> stated) {
        return new AllowedOrigins(stated.stream()
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(AllowedOrigins::checked)
                .collect(Collectors.toUnmodifiableSet()));
    }

    private static String checked(String origin) {
        if (!ORIGIN.matcher(origin).matches() || NEEDLESS_PORT.matcher(origin).matches()) {
            throw new ConfigurationException("SEKISHO_CORS_ORIGINS holds " + origin
                    + ", which is no origin as browsers send it: scheme, host in small letters and the port unless it is the"
                    + " usual one, such as https://dashboards.example.com, with nothing after that. There are no patterns;"
                    + " several are separated by commas.");
        }
        return origin;
    }

    boolean isEmpty() {
        return origins.isEmpty();
    }

    /** Never one that is none, which browsers call {@code null}. */
    boolean allows(@Nullable String origin) {
        return origin != null && origins.contains(origin);
    }
}
