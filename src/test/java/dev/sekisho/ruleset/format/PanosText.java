package dev.sekisho.ruleset.format;

import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes set commands of a firewall with three zones, so that a test says only what it is about. */
final class PanosText {

    static final String ZONES = """
            set deviceconfig system hostname a
            set zone untrust network layer3 ethernet1/1
            set zone trust network layer3 [ ethernet1/2 ethernet1/4 ]
            set zone dmz network layer3 ethernet1/3
            """;

    static final GuardSelector INWARDS = between("untrust", "trust");

    private PanosText() {}

    static GuardSelector between(String from, String to) {
        return GuardSelector.unnamed().with(Key.FROM_ZONE, from).with(Key.TO_ZONE, to);
    }

    /**
     * Commands, separated by semicolons. "rule a: source 10.0.0.0/8" is a rule that permits all between untrust and trust
     * but for what is said of it; "nat a: ..." one that translates what comes from untrust; all else is set as it stands.
     */
    static String commands(String text) {
        var commands = new StringBuilder();
        for (var part : text.split(";", -1)) {
            var command = part.strip();
            if (command.startsWith("rule ") || command.startsWith("nat ")) {
                commands.append(rule(command));
            } else if (!command.isEmpty()) {
                commands.append(command.matches("(delete|move|rename|copy|set) .*") ? "" : "set ")
                        .append(command)
                        .append('\n');
            }
        }
        return commands.toString();
    }

    private static String rule(String command) {
        var isNat = command.startsWith("nat ");
        var name = command.substring(command.indexOf(' ') + 1, command.indexOf(':'));
        var stated = command.substring(command.indexOf(':') + 1).strip();
        var settings = new LinkedHashMap<String, String>();
        settings.put("from", "untrust");
        settings.put("to", isNat ? "untrust" : "trust");
        settings.putAll(Map.of("source", "any", "destination", "any", "service", "any"));
        if (!isNat) {
            settings.put("application", "any");
            settings.put("action", "allow");
        }
        var path = "set rulebase " + (isNat ? "nat" : "security") + " rules " + name + " ";
        var written = new StringBuilder();
        settings.forEach((key, value) -> {
            if (!(" " + stated.replace('+', ' ') + " ").contains(" " + key + " ")) {
                written.append(path).append(key).append(' ').append(value).append('\n');
            }
        });
        return written + (stated.isEmpty() ? "" : path + stated.replace(" +", "\n" + path) + "\n");
    }

    static RuleSet read(String commands) {
        return read(commands, INWARDS);
    }

    static RuleSet read(String commands, GuardSelector guard) {
        return Format.PANOS.read(ZONES + commands(commands), guard);
    }

    /** "tcp 198.51.100.7 10.0.0.5 443". */
    static Packet packet(String text) {
        var words = text.strip().split("\\s+");
        var number = words.length > 3 ? Integer.parseInt(words[3]) : 0;
        return switch (words[0]) {
            case "tcp" -> Packet.tcp(words[1], words[2], number);
            case "udp" -> Packet.udp(words[1], words[2], number);
            case "icmp" -> Packet.icmp(words[1], words[2], number);
            default -> new Packet(words[1], words[2], Integer.parseInt(words[0]), 0, 0);
        };
    }
}
