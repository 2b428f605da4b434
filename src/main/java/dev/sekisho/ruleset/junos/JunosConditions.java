package dev.sekisho.ruleset.junos;

import dev.sekisho.ruleset.reading.Redaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What a policy asks besides zones, addresses and applications. Whatever is not known to leave the match as it is counts as a
 * condition: a deny under one may not match.
 */
final class JunosConditions {

    /** What other classes read, or what only names. */
    private static final Set<String> POLICY = words("match then description scheduler-name");

    private static final Set<String> MATCH = words("""
            source-address destination-address application source-address-excluded destination-address-excluded
            from-zone to-zone
            """);

    /** Values by which a condition says that it is none. */
    private static final Set<String> NONE = Set.of("any", "none");

    private static final Set<String> THEN = words("permit deny reject count log");

    /** What inspects, shapes or speeds up what is permitted. */
    private static final Set<String> PERMIT = words("application-services services-offload tcp-options");

    private static final Set<String> SERVICES = words("""
            idp idp-policy utm-policy ssl-proxy application-traffic-control application-traffic-control-rule-set
            advanced-anti-malware-policy security-intelligence-policy security-intelligence icap-redirect
            gprs-gtp-profile gprs-sctp-profile redirect-wx reverse-redirect-wx packet-capture
            advance-policy-based-routing-profile
            """);

    private final JunosNode schedulers;

    JunosConditions(JunosSystem system) {
        this.schedulers = system.root().at("schedulers", "scheduler");
    }

    private static Set<String> words(String text) {
        return Set.copyOf(Arrays.asList(text.strip().split("\\s+")));
    }

    List<String> of(JunosNode policy) {
        var found = new ArrayList<String>();
        unknown(policy, POLICY, found);
        for (var setting : policy.at("match").children()) {
            if (!MATCH.contains(setting.name()) && !isNone(setting)) {
                found.add("depends on " + Redaction.value(setting.name()));
            }
        }
        var then = policy.at("then");
        unknown(then, THEN, found);
        unknown(then.at("permit"), PERMIT, found);
        unknown(then.at("permit", "application-services"), SERVICES, found);
        var scheduler = policy.one("scheduler-name");
        if (!scheduler.isEmpty() && !isAlways(schedulers.at(scheduler))) {
            found.add("depends on a scheduler");
        }
        return found;
    }

    private static void unknown(JunosNode node, Set<String> known, List<String> found) {
        node.names().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> found.add("depends on " + Redaction.value(name)));
    }

    private static boolean isNone(JunosNode setting) {
        return !setting.isEmpty() && NONE.containsAll(setting.names());
    }

    /** A schedule of every day that leaves out no hour and has neither beginning nor end. */
    private static boolean isAlways(JunosNode scheduler) {
        return Set.of("daily", "description").containsAll(scheduler.names())
                && scheduler.all("daily").equals(Set.of("all-day"));
    }
}
