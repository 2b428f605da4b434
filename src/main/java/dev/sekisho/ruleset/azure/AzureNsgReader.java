package dev.sekisho.ruleset.azure;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.azure.AzureDocument.Group;
import dev.sekisho.ruleset.reading.ConfigurationJson;
import dev.sekisho.ruleset.reading.Conjunction;
import dev.sekisho.ruleset.reading.Direction;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import dev.sekisho.ruleset.reading.ParsedConfiguration;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleMatch;
import dev.sekisho.ruleset.reading.RuleSetReader;
import dev.sekisho.ruleset.reading.Sections;
import dev.sekisho.ruleset.reading.Sections.Section;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Network security groups of Azure: API answers, CLI listings and ARM templates; rules in order of priority, then the
 * default rules, stated or not.
 *
 * <p>Guard: {@code nsg} (by name; of two, the subnet's and the interface's, traffic must pass both), {@code direction}
 * (IN if not named). The addresses known to be behind "VirtualNetwork" resolve that tag. Named nothing, the only group
 * there is.
 */
public final class AzureNsgReader implements RuleSetReader {

    private static final String DEFAULTS = """
            [{"name": "AllowVnetInBound", "priority": 65000, "direction": "Inbound", "access": "Allow", "protocol": "*",
              "sourceAddressPrefix": "VirtualNetwork", "destinationAddressPrefix": "VirtualNetwork"},
             {"name": "AllowAzureLoadBalancerInBound", "priority": 65001, "direction": "Inbound", "access": "Allow",
              "protocol": "*", "sourceAddressPrefix": "AzureLoadBalancer"},
             {"name": "DenyAllInBound", "priority": 65500, "direction": "Inbound", "access": "Deny", "protocol": "*"},
             {"name": "AllowVnetOutBound", "priority": 65000, "direction": "Outbound", "access": "Allow",
              "protocol": "*", "sourceAddressPrefix": "VirtualNetwork", "destinationAddressPrefix": "VirtualNetwork"},
             {"name": "AllowInternetOutBound", "priority": 65001, "direction": "Outbound", "access": "Allow",
              "protocol": "*", "destinationAddressPrefix": "Internet"},
             {"name": "DenyAllOutBound", "priority": 65500, "direction": "Outbound", "access": "Deny", "protocol": "*"}]
            """;

    @Override
    public ParsedConfiguration parse(String configuration) {
        var document = AzureDocument.of(configuration);
        var sections = new Sections();
        document.groups().forEach(group -> sections.declare(section(group)));
        return new Parsed(document, sections);
    }

    private record Parsed(AzureDocument document, Sections sections) implements ParsedConfiguration {

        @Override
        public RuleSet read(GuardSelector guard) {
            var asked = groups(document, guard);
            asked.forEach(group -> sections.ask(section(group)));
            return AzureNsgReader.read(document, asked, guard);
        }
    }

    private static Section section(Group group) {
        return Section.of("network security group", group.name(), 1);
    }

    private static RuleSet read(AzureDocument document, List<Group> asked, GuardSelector guard) {
        var tags = new AzureTags(document, guard);
        return asked.stream()
                .map(group -> read(group, document.isPartly(group), tags, guard.direction()))
                .reduce(Conjunction::of)
                .orElseThrow(() -> UnsuitableGuard.missing(Key.NSG, List.of()));
    }

    private static RuleSet read(Group group, boolean partly, AzureTags tags, Direction direction) {
        var rules = new RuleCollector();
        if (partly) {
            var why = "not all rules of " + Redaction.value(group.name()) + " are shown";
            rules.permit(RuleMatch.ANY, List.of(why), 0, why);
        }
        var all = new ArrayList<>(group.rules());
        all.addAll(
                group.defaults().isEmpty() ? ConfigurationJson.parse(DEFAULTS).items() : group.defaults());
        var denies = new ArrayList<AzureRule>();
        all.stream()
                .filter(rule -> AzureRule.mayBe(rule, direction))
                .sorted(Comparator.comparingInt(AzureRule::order))
                .forEach(rule ->
                        read(group, rule, tags, rules).ifPresent(read -> read.write(group.name(), denies, rules)));
        return rules.finish(Action.DENY);
    }

    private static Optional<AzureRule> read(Group group, ConfigurationJson rule, AzureTags tags, RuleCollector rules) {
        try {
            return Optional.of(AzureRule.of(rule, tags));
        } catch (UnreadableConfiguration unreadable) {
            var action = AzureRule.denies(rule) ? Action.DENY : Action.PERMIT;
            rules.unreadable(action, RuleMatch.ANY, unreadable, group.name() + " rule " + rule.pointer());
            return Optional.empty();
        }
    }

    private static List<Group> groups(AzureDocument document, GuardSelector guard) {
        var groups = document.groups();
        var names = groups.stream().map(Group::name).toList();
        var named = guard.all(Key.NSG);
        if (named.isEmpty() && groups.size() != 1) {
            throw UnsuitableGuard.missing(Key.NSG, names);
        }
        if (named.isEmpty()) {
            return groups;
        }
        return named.stream()
                .map(name -> groups.stream()
                        .filter(group -> group.name().equalsIgnoreCase(name))
                        .findFirst()
                        .orElseThrow(() -> UnsuitableGuard.unknown(Key.NSG, name, names)))
                .toList();
    }
}
