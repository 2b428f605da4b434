package dev.sekisho.web;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which methods an address takes, for the {@code Allow} header that JAX-RS leaves out of a 405. */
@Singleton
class AllowedMethods {
    private static final String VARIABLE = "\\{[^}]+}";

    private final Operations operations;
    private @Nullable List<Taken> taken;

    AllowedMethods(Operations operations) {
        this.operations = operations;
    }

    private record Taken(Pattern address, String method) {}

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
                    .map(operation -> new Taken(address(operation.template()), operation.method()))
                    .toList();
        }
        return taken;
    }

    private static Pattern address(String template) {
        String[] literals = template.split(VARIABLE, -1);
        return Pattern.compile(
                String.join("[^/]+", Arrays.stream(literals).map(Pattern::quote).toList()) + "/?");
    }
}
