package dev.sekisho.ruleset.junos;

import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds out in which of its forms a configuration is written, reads it, and gives it the shape the device works with. */
final class JunosText {

    /** What stands below {@code security}, and at the top where only that was shown. */
    private static final Set<String> OF_SECURITY =
            Set.of("policies", "zones", "address-book", "nat", "screen", "flow", "ike", "ipsec", "alg");

    /** What stands below {@code security policies}, and at the top where only that was shown. */
    private static final Set<String> OF_POLICIES = Set.of("from-zone", "global", "default-policy");

    private static final Set<String> OF_FILTERS = Set.of("family", "filter");

    private static final Set<String> OF_APPLICATIONS = Set.of("application", "application-set");

    /** What a terminal shows around a configuration. */
    private static final Pattern OF_TERMINAL = Pattern.compile(
            "^(\\{(primary|secondary|master|backup|linecard)[^{}]*}|\\[edit[^\\]]*]|\\S+@\\S+[>#%].*)$");

    private JunosText() {}

    static JunosTree read(String configuration) {
        var tree = new JunosTree();
        if (isCommands(configuration)) {
            JunosCommands.read(configuration, tree);
        } else if (configuration.indexOf('{') > 0) {
            JunosBraces.read(withoutTerminal(configuration), tree);
        }
        completed(tree);
        if (!isJunos(tree.root)) {
            throw new UnreadableConfiguration(
                    1, 1, "this is neither the braces of a Junos configuration nor its set commands");
        }
        tree.root.prune();
        JunosGroups.apply(tree);
        return tree;
    }

    /** The first line that is no comment decides. */
    private static boolean isCommands(String configuration) {
        return configuration
                .lines()
                .limit(1000)
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .filter(line -> !isOfTerminal(line) || JunosCommands.isCommand(line))
                .findFirst()
                .filter(JunosCommands::isCommand)
                .isPresent();
    }

    private static boolean isOfTerminal(String line) {
        return OF_TERMINAL.matcher(line).matches();
    }

    private static String withoutTerminal(String configuration) {
        var lines = new ArrayList<String>();
        configuration.lines().forEach(line -> lines.add(isOfTerminal(line.strip()) ? "" : line));
        return String.join("\n", lines);
    }

    /** A part that was shown alone is put where it belongs. */
    private static void completed(JunosTree tree) {
        var root = tree.root;
        if (root.names().stream().anyMatch(OF_POLICIES::contains)) {
            root.child("policies", 1).adopt(root, OF_POLICIES);
        }
        if (root.names().stream().anyMatch(OF_SECURITY::contains)) {
            root.child("security", 1).adopt(root, OF_SECURITY);
        }
    }

    private static boolean isJunos(JunosNode root) {
        var places = new ArrayList<>(List.of(root));
        for (var kind : List.of("groups", "logical-systems", "tenants")) {
            places.addAll(root.at(kind).children());
        }
        return places.stream()
                .anyMatch(place -> place.all("security").stream().anyMatch(OF_SECURITY::contains)
                        || place.all("firewall").stream().anyMatch(OF_FILTERS::contains)
                        || place.all("applications").stream().anyMatch(OF_APPLICATIONS::contains));
    }
}
