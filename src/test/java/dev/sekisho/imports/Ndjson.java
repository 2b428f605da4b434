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

    Ndjson thirdParty(String name) {
        return line("{'collection':'third-parties','key':'%s','name':'%s','kind':'MSP'}", key(name), name);
    }

    Ndjson thirdParty(String name, String parent) {
        return line(
                "{'collection':'third-parties','key':'%s','name':'%s','kind':'MSP','parent':'%s'}",
                key(name), name, key(parent));
    }

    /** So many third parties, each the subcontractor of the one before; the last comes first. */
    Ndjson lineOfThirdParties(String name, int length) {
        for (int i = length - 1; i > 0; i--) {
            thirdParty(name + i, name + (i - 1));
        }
        return thirdParty(name + 0);
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
