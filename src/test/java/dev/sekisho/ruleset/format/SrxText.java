package dev.sekisho.ruleset.format;

import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes set commands of an SRX with three zones, so that a test says only what it is about. */
final class SrxText {

    static final String ZONES = """
            set version 20.4R3.8
            set system host-name a
            set security zones security-zone untrust interfaces ge-0/0/0.0
            set security zones security-zone trust interfaces ge-0/0/1.0
            set security zones security-zone trust interfaces ge-0/0/3.7
            set security zones security-zone dmz interfaces ge-0/0/2.0
            """;

    static final GuardSelector INWARDS = between("untrust", "trust");

    private SrxText() {}

    static GuardSelector between(String from, String to) {
        return GuardSelector.unnamed().with(Key.FROM_ZONE, from).with(Key.TO_ZONE, to);
    }

    /**
     * Commands, separated by semicolons. "policy a: source-address h" permits all from untrust to trust but for what is said
     * of it, "global a: ..." is one for all zones, "then deny" its action; "book" stands for the global address book, "app"
     * for an application, "P" for the policies of the two zones; all else is set as it stands.
     */
    static String commands(String text) {
        var commands = new StringBuilder();
        for (var part : text.split(";", -1)) {
            var command = part.strip();
            if (command.startsWith("policy ") || command.startsWith("global ")) {
                commands.append(policy(command));
            } else if (!command.isEmpty()) {
                commands.append(
                                command.matches("(delete|deactivate|activate|insert|rename|copy|set|edit|top|up)( .*)?")
                                        ? ""
                                        : "set ")
                        .append(written(command))
                        .append('\n');
            }
        }
        return commands.toString();
    }

    private static String written(String command) {
        return command.replaceFirst("^book ", "security address-book global ")
                .replaceFirst("^app ", "applications application ")
                .replaceFirst(" P ", " security policies from-zone untrust to-zone trust ")
                .replaceFirst("^P ", "security policies from-zone untrust to-zone trust ");
    }

    private static String policy(String command) {
        var isGlobal = command.startsWith("global ");
        var name = command.substring(command.indexOf(' ') + 1, command.indexOf(':'));
        var stated = command.substring(command.indexOf(':') + 1).strip();
        var match = new LinkedHashMap<String, String>(Map.of());
        match.put("source-address", "any");
        match.put("destination-address", "any");
        match.put("application", "any");
        var path = "set security policies " + (isGlobal ? "global" : "from-zone untrust to-zone trust") + " policy "
                + name + " ";
        var written = new StringBuilder();
        match.forEach((key, value) -> {
            if (!(" " + stated.replace('+', ' ') + " ").contains(" " + key + " ")) {
                written.append(path + "match " + key + " " + value + "\n");
            }
        });
        for (var setting : stated.isEmpty() ? new String[0] : stated.split(" \\+")) {
            var isMatch = !setting.matches("(then|scheduler-name|description|match)( .*)?");
            written.append(path + (isMatch ? "match " : "") + setting + "\n");
        }
        return written + (stated.contains("then ") ? "" : path + "then permit\n");
    }

    static RuleSet read(String commands) {
        return read(commands, INWARDS);
    }

    static RuleSet read(String commands, GuardSelector guard) {
        return Format.JUNOS.read(ZONES + commands(commands), guard);
    }
}
