package dev.sekisho.matching.product;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Further names under which installed products are looked for: what a device runs, what a family or edition is called in records. */
final class Systems {
    private static final String USUAL = "systems.txt";
    private static final Pattern LIST = Pattern.compile("\\s*;\\s*");

    private record Line(String maker, Pattern product, List<String> names) {}

    private final List<Line> lines = new ArrayList<>();

    static Systems usual() {
        var systems = new Systems();
        try (BufferedReader text = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Systems.class.getResourceAsStream(USUAL)), StandardCharsets.UTF_8))) {
            text.lines()
                    .filter(line -> !line.startsWith("#") && line.contains("="))
                    .forEach(systems::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return systems;
    }

    private void add(String line) {
        String[] sides = line.split("=", 2);
        String[] name = sides[0].strip().split("/", 2);
        lines.add(new Line(name[0], Pattern.compile(name[1]), List.of(LIST.split(sides[1].strip()))));
    }

    /** @param pair maker and product as one key */
    Set<String> of(String pair) {
        String[] name = pair.split("/", 2);
        var found = new LinkedHashSet<String>();
        if (name.length == 2) {
            lines.stream()
                    .filter(line -> line.maker().equals(name[0])
                            && line.product().matcher(name[1]).matches())
                    .forEach(line -> found.addAll(line.names()));
        }
        return found;
    }
}
