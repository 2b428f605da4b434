package dev.sekisho.ruleset.junos;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.reading.Conjunction;
import dev.sekisho.ruleset.reading.DeclaredFamily;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import dev.sekisho.ruleset.reading.ParsedConfiguration;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleMatch;
import dev.sekisho.ruleset.reading.RuleSetReader;
import dev.sekisho.ruleset.reading.Sections;
import java.util.List;

/**
 * The configuration of a Juniper device that runs Junos, as set commands or in braces: the policies of a firewall (SRX) with
 * the packet filters of its interfaces, or packet filters alone (MX).
 *
 * <p>Guard: {@code fromZone} and {@code toZone}, or {@code interface} and {@code outInterface} that belong to them; what is
 * not named leaves a doubt unless there is only one. {@code vsys} is a logical system or tenant, where there are several.
 * {@code acl} is a packet filter that guards the link alone; on a device without policies those of {@code interface} and
 * {@code outInterface} do.
 */
public final class JunosReader implements RuleSetReader {

    @Override
    public ParsedConfiguration parse(String configuration) {
        var tree = JunosText.read(configuration);
        return new Parsed(tree, JunosSystem.sections(tree.root));
    }

    private record Parsed(JunosTree tree, Sections sections) implements ParsedConfiguration {

        @Override
        public RuleSet read(GuardSelector guard) {
            return JunosReader.read(tree, JunosSystem.of(tree.root, sections, guard), guard);
        }
    }

    private static RuleSet read(JunosTree tree, JunosSystem system, GuardSelector guard) {
        var filters = new JunosFilters(system, guard);
        if (guard.one(Key.ACL).isPresent() || system.isRouter()) {
            return changed(tree, translated(tree, filters.alone()));
        }
        var zones = new JunosZones(system, guard);
        var rules = new RuleCollector();
        if (filters.passPolicies(zones.enteredBy())) {
            doubtAll(rules, "a filter lets packets pass by the policies", 0, "packet-mode");
        }
        return changed(tree, filters.around(policies(system, guard, zones, rules), zones));
    }

    /** Service sets of a router translate addresses, which is not read. */
    private static RuleSet translated(JunosTree tree, RuleSet read) {
        var services = tree.root.at("services");
        if (!services.has("nat") && !services.has("service-set")) {
            return read;
        }
        var rules = new RuleCollector();
        doubtAll(
                rules, "service sets may translate what passes in ways that are not read", services.line(), "services");
        return behind(rules, read);
    }

    /** What commands and groups that nobody knows may have changed is a doubt of all. */
    private static RuleSet changed(JunosTree tree, RuleSet read) {
        if (tree.notes.isEmpty() && tree.changes.isEmpty()) {
            return read;
        }
        var rules = new RuleCollector();
        tree.notes.forEach(rules::note);
        tree.changes.forEach(change -> rules.note(change.line(), change.reason()));
        tree.changes.stream()
                .limit(1)
                .forEach(change -> doubtAll(rules, change.reason(), change.line(), "line " + change.line()));
        return behind(rules, read);
    }

    private static RuleSet behind(RuleCollector rules, RuleSet read) {
        read.notes().forEach(rules::note);
        read.translations().forEach(rules::translate);
        read.rules().forEach(rule -> rules.addLike(rule, Conjunction.match(rule), Conjunction.doubts(rule)));
        return rules.finish(read.defaultAction());
    }

    private static RuleSet policies(JunosSystem system, GuardSelector guard, JunosZones zones, RuleCollector rules) {
        var addresses = new JunosAddresses(system);
        if (!system.hasPolicies()) {
            doubtAll(
                    rules,
                    "the configuration has no security policies, perhaps because it is only a part of one",
                    0,
                    "no policies");
        }
        writePacketModes(system, guard, rules);
        var policies = new JunosPolicies(system, zones, addresses, rules);
        var otherwise = policies.write();
        if (isCutShort(system)) {
            doubtAll(
                    rules, "the zones that the policies name do not stand here, so it may be cut short", 0, "the rest");
        }
        new JunosNat(system, zones, addresses, policies.applications(), rules).write();
        return rules.finish(otherwise);
    }

    private static void doubtAll(RuleCollector rules, String reason, int line, String origin) {
        rules.permit(RuleMatch.ANY, List.of(reason), line, origin);
    }

    /** Policies are asked of flows; a device may be told to look at single packets instead, or to drop a family. */
    private static void writePacketModes(JunosSystem system, GuardSelector guard, RuleCollector rules) {
        var families = system.security().at("forwarding-options", "family");
        if (families.at("mpls").one("mode").equals("packet-based")
                || families.at("inet").one("mode").equals("packet-based")) {
            doubtAll(rules, "the device looks at single packets, so policies may not be asked", 0, "packet-based");
        }
        var six = families.at("inet6").one("mode");
        if (six.equals("packet-based")) {
            rules.undecided(DeclaredFamily.IPV6, guard, "the device looks at single packets of IPv6");
        } else if (six.equals("drop")) {
            rules.imply(Action.DENY, RuleMatch.ANY6, 0, "IPv6 is dropped");
        }
    }

    /** In a whole configuration zones stand behind policies, and no policy is without zones. */
    private static boolean isCutShort(JunosSystem system) {
        return system.root().has("version")
                && system.hasPolicies()
                && system.zones().isEmpty();
    }
}
