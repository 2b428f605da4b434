package dev.sekisho.imports;

import java.util.StringJoiner;
import java.util.UUID;

/** Import files in few words; every file has its own keys, so that the cases do not meet. */
final class Ndjson {
    private final StringJoiner lines = new StringJoiner("\n");
    private final String prefix;

    private Ndjson(String prefix) {
        this.prefix = prefix;
    }

    static Ndjson file() {
        return new Ndjson("t" + UUID.randomUUID().toString().substring(0, 8) + "-");
    }

    /** Another file that speaks of the same objects. */
    Ndjson next() {
        return new Ndjson(prefix);
    }

    String key(String name) {
        return prefix + name;
    }

    Ndjson organization(String name) {
        return line("{'collection':'organizations','key':'%s','name':'%s'}", key(name), name);
    }

    Ndjson organization(String name, String parent) {
        return line(
                "{'collection':'organizations','key':'%s','name':'%s','parent':'%s'}", key(name), name, key(parent));
    }

    Ndjson zone(String name, String organization) {
        return line(
                "{'collection':'zones','key':'%s','name':'%s','organization':'%s'}",
                key(name), name, key(organization));
    }

    Ndjson zones(int count, String organization) {
        for (int i = 0; i < count; i++) {
            zone("zone" + i, organization);
        }
        return this;
    }

    Ndjson line(String format, Object... values) {
        lines.add(format.formatted(values).replace('\'', '"'));
        return this;
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
