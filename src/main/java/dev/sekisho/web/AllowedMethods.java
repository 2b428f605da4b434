package dev.sekisho.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which methods an address takes, for the {@code Allow} header that JAX-RS leaves out of a 405, and which types of body. */
@Singleton
class AllowedMethods {
    private static final String VARIABLE = "\\{[^}]+}";

    private final Operations operations;
    private @Nullable List<Taken> taken;

    AllowedMethods(Operations operations) {
        this.operations = operations;
    }

    private record Taken(Pattern address, String method, List<String> consumes) {}

    /** Which types of body a method takes at an address, as a sentence for whoever sent another. */
    String bodiesAt(String path, String method) {
        List<String> types = taken().stream()
                .filter(operation -> operation.method().equals(method)
                        && operation.address().matcher(path).matches())
                .flatMap(operation -> operation.consumes().stream())
                .distinct()
                .toList();
        return types.isEmpty() || types.contains(MediaType.WILDCARD)
                ? "Say in Content-Type what the body is, such as application/octet-stream."
                : "Send this body with the Content-Type " + String.join(" or ", types) + ".";
    }

    /** Whether the address takes any method. */
    boolean isServed(String path) {
        return taken().stream()
                .anyMatch(operation -> operation.address().matcher(path).matches());
    }

    String allowedAt(String path) {
        var allowed = new TreeSet<>(List.of("OPTIONS"));
        taken().stream()
                .filter(operation -> operation.address().matcher(path).matches())
                .forEach(operation -> allowed.add(operation.method()));
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        return String.join(", ", allowed);
    }

    private synchronized List<Taken> taken() {
        if (taken == null) {
            taken = operations.all().stream()
                    .map(operation ->
                            new Taken(address(operation.template()), operation.method(), operation.consumes()))
                    .toList();
        }
        return taken;
    }

    private static Pattern address(String template) {
        String[] literals = template.split(VARIABLE, -1);
        return Pattern.compile(
                String.join("[^/]+", Arrays.stream(literals).map(Pattern::quote).toList()));
    }
}
