package dev.sekisho.ruleset.panos;

import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import dev.sekisho.ruleset.reading.UnsuitableFormat;
import java.util.Set;

/** Finds out in which of its three forms a configuration is written, and reads it. */
final class PanText {

    /** What stands at the top of a configuration. */
    private static final Set<String> PARTS = Set.of(
            "config",
            "devices",
            "shared",
            "mgt-config",
            "deviceconfig",
            "network",
            "vsys",
            "rulebase",
            "zone",
            "address",
            "address-group",
            "service",
            "service-group",
            "application-group",
            "import",
            "device-group",
            "template",
            "template-stack",
            "policy",
            "panorama",
            "readonly");

    /** What stands at the top of configurations of others that are written in the same forms. */
    private static final Set<String> OF_JUNOS = Set.of("security", "policy-options", "applications");

    private static final Set<String> OF_VYOS = Set.of("interfaces", "firewall");

    private PanText() {}

    static PanTree read(String configuration) {
        var tree = new PanTree();
        if (configuration.stripLeading().startsWith("<")) {
            PanXml.read(configuration.stripLeading(), tree);
        } else if (isCommands(configuration)) {
            PanCommands.read(configuration, tree);
        } else if (configuration.indexOf('{') > 0) {
            PanBraces.read(configuration, tree);
        }
        if (tree.root.names().stream().noneMatch(PARTS::contains)) {
            throw other(tree);
        }
        return tree;
    }

    private static RuntimeException other(PanTree tree) {
        if (tree.root.names().stream().anyMatch(OF_JUNOS::contains)) {
            return new UnreadableConfiguration(1, 1, "this is a configuration of Juniper Junos: its format is JUNOS");
        }
        return tree.root.names().stream().anyMatch(OF_VYOS::contains)
                ? new UnsuitableFormat("VyOS, or a part of one of Juniper Junos")
                : new UnreadableConfiguration(
                        1, 1, "this is neither the XML of a PAN-OS configuration nor its set commands nor its braces");
    }

    /** The first line that is no comment decides. */
    private static boolean isCommands(String configuration) {
        return configuration
                .lines()
                .limit(1000)
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !PanCommands.isComment(line))
                .findFirst()
                .filter(PanCommands::isCommand)
                .isPresent();
    }
}
