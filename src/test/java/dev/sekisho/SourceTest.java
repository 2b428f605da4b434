package dev.sekisho;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must stand nowhere in the sources. */
class SourceTest {
    private static Map<Path, String> sources(String below) {
        try (Stream<Path> files = Files.walk(Path.of(below))) {
            var found = new TreeMap<Path, String>();
            files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(java|properties|yaml|sql|json|ndjson)"))
                    .forEach(file -> found.put(file, read(file)));
            assertThat(found).isNotEmpty();
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new Random(",
                "Math.random",
                "ObjectInputStream",
                "enableDefaultTyping",
                "activateDefaultTyping",
                "JsonTypeInfo.Id.CLASS",
                "Runtime.getRuntime().exec",
                "ProcessBuilder"
            })
    void usesNothingPredictableOrExecutable(String forbidden) {
        assertThat(sources("src/main/java").entrySet().stream()
                        .filter(source -> source.getValue().contains(forbidden))
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    @Test
    void keepsNoSecretInTheSources() {
        assertThat(holding("src/main", "sek_[a-z0-9]{12}_[A-Za-z0-9_-]{43}")).isEmpty();
        assertThat(holding("src/main", "BEGIN [A-Z ]*PRIVATE KEY")).isEmpty();
        assertThat(holding("src/main", "(?m)^[a-z.]*password=\\S")).isEmpty();
        assertThat(holding("deploy", "(?im)^\\s*[A-Z_]*PASSWORD:\\s*(?!\\$\\{)\\S"))
                .isEmpty();
    }

    private static Stream<Path> holding(String below, String pattern) {
        Predicate<String> found = Pattern.compile(pattern).asPredicate();
        return sources(below).entrySet().stream()
                .filter(source -> found.test(source.getValue()))
                .map(Map.Entry::getKey);
    }

    @Test
    void writesNoAddressesIntoAnAccessLog() {
        assertThat(read(Path.of("src/main/resources/application.properties")))
                .contains("quarkus.http.access-log.enabled=false", "quarkus.http.proxy.proxy-address-forwarding=false");
    }
}
