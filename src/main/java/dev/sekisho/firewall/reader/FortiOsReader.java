package dev.sekisho.firewall.reader;

import dev.sekisho.firewall.reader.Guard.Key;
import dev.sekisho.risk.traffic.Action;
import dev.sekisho.risk.traffic.RuleSet;
import java.util.List;

/**
 * A FortiOS configuration backup.
 *
 * <p>Guard: {@code interface} and {@code outInterface} (an interface, or a zone of them) choose the policies between
 * them; an interface that is not named leaves a doubt unless all policies name the same. {@code vdom} (root, or the
 * only one that has policies). Virtual addresses count with the address outside and those inside.
 */
final class FortiOsReader implements RuleSetReader {

    @Override
    public RuleSet read(String configuration, Guard guard) {
        var device = FortiConfiguration.of(configuration);
        var rules = new RuleCollector();
        var domain = domain(device, guard);
        new FortiPolicies(device, domain, guard, rules).write();
        if (!device.table(domain, "firewall vip").isEmpty()) {
            rules.note("virtual addresses count with the address outside and the addresses inside");
        }
        if (rules.isEmpty() && !hasPolicies(device, domain)) {
            var reason = "the configuration has no firewall policies, perhaps because it is cut short";
            rules.permit(Match.ANY, List.of(reason), 0, "no policies");
        }
        return rules.finish(Action.DENY);
    }

    private static boolean hasPolicies(FortiConfiguration device, String domain) {
        return !device.table(domain, "firewall policy").isEmpty()
                || !device.table(domain, "firewall policy6").isEmpty();
    }

    private static String domain(FortiConfiguration device, Guard guard) {
        var named = guard.one(Key.VDOM);
        if (named.isPresent()) {
            if (!device.domains().contains(named.get())) {
                throw UnsuitableGuard.unknown(Key.VDOM, named.get(), device.domains());
            }
            return named.get();
        }
        var filtering = device.domains().stream()
                .filter(domain -> hasPolicies(device, domain))
                .toList();
        if (filtering.size() > 1) {
            throw UnsuitableGuard.missing(Key.VDOM, filtering);
        }
        return filtering.isEmpty() ? FortiConfiguration.ROOT : filtering.get(0);
    }
}
