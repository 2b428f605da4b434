package dev.sekisho.firewall.reader;

import dev.sekisho.firewall.reader.FortiConfiguration.Entry;
import dev.sekisho.risk.traffic.Action;
import dev.sekisho.risk.traffic.AddressSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes down the policies of one virtual domain in their order. */
final class FortiPolicies {

    private static final List<String> IDENTITIES = List.of("groups", "users", "fsso-groups", "devices", "ztna-ems-tag");
    private static final Set<String> PERMITS = Set.of("accept", "ipsec", "ssl-vpn", "learn");

    private final FortiConfiguration configuration;
    private final String domain;
    private final FortiObjects objects;
    private final FortiInterfaces interfaces;
    private final RuleCollector rules;
    private final AddressSet vips;

    FortiPolicies(FortiConfiguration configuration, String domain, Guard guard, RuleCollector rules) {
        this.configuration = configuration;
        this.domain = domain;
        this.objects = new FortiObjects(configuration, domain);
        this.interfaces = new FortiInterfaces(configuration, domain, guard);
        this.rules = rules;
        this.vips = objects.vips();
    }

    void write() {
        for (var policy : configuration.table(domain, "firewall policy").values()) {
            write(policy, false, "srcaddr", "dstaddr");
            if (!policy.all("srcaddr6").isEmpty() || !policy.all("dstaddr6").isEmpty()) {
                write(policy, true, "srcaddr6", "dstaddr6");
            }
        }
        for (var policy : configuration.table(domain, "firewall policy6").values()) {
            write(policy, true, "srcaddr", "dstaddr");
        }
    }

    private void write(Entry policy, boolean six, String from, String to) {
        if (policy.one("status", "enable").equals("disable")) {
            return;
        }
        var doubts = new ArrayList<String>();
        if (!interfaces.admits(policy, doubts)) {
            return;
        }
        var action = PERMITS.contains(policy.one("action", "deny")) ? Action.PERMIT : Action.DENY;
        addDoubts(policy, doubts);
        var sources = addresses(policy, from, "internet-service-src", six, doubts);
        var destinations = addresses(policy, to, "internet-service", six, doubts);
        var match = (six ? Match.ANY6 : Match.ANY4).from(sources).to(spared(policy, action, destinations));
        var origin = "policy " + policy.name()
                + policy.all("name").stream()
                        .map(name -> " " + name)
                        .findFirst()
                        .orElse("");
        for (var service : services(policy, doubts)) {
            rules.add(action, match.and(service), doubts, policy.line(), origin);
        }
    }

    private static void addDoubts(Entry policy, List<String> doubts) {
        var schedule = policy.one("schedule", "always");
        if (!schedule.equals("always")) {
            doubts.add("holds only in schedule '" + Redaction.value(schedule) + "'");
        }
        IDENTITIES.stream().filter(key -> !policy.all(key).isEmpty()).forEach(key -> doubts.add("depends on " + key));
        if (policy.isOn("geoip-match")) {
            doubts.add("depends on the country");
        }
    }

    private AddressSet addresses(Entry policy, String key, String internet, boolean six, List<String> doubts) {
        var all = six ? AddressSet.ANY6 : AddressSet.ANY4;
        if (policy.isOn(six ? internet.replace("service", "service6") : internet)) {
            doubts.add("depends on " + internet);
            return all;
        }
        var names = policy.all(key);
        if (names.isEmpty()) {
            doubts.add("names no " + key);
            return all;
        }
        var set = Resolved.union(
                names.stream().map(name -> objects.address(name, six)).toList());
        doubts.addAll(set.doubts());
        if (!policy.isOn(key + "-negate")) {
            return set.set();
        }
        // all but something unknown may be anything
        return set.doubts().isEmpty() ? all.minus(set.set()) : all;
    }

    /** A deny does not meet traffic to virtual addresses unless it says so or names one. */
    private AddressSet spared(Entry policy, Action action, AddressSet destinations) {
        if (action == Action.PERMIT || policy.isOn("match-vip") || vips.isEmpty() || vips.contains(destinations)) {
            return destinations;
        }
        rules.note(policy.line(), "this deny does not meet traffic to virtual addresses (match-vip)");
        return destinations.minus(vips);
    }

    private List<Match> services(Entry policy, List<String> doubts) {
        if (policy.isOn("internet-service")) {
            return List.of(Match.ANY);
        }
        var names = policy.all("service");
        if (names.isEmpty()) {
            doubts.add("names no service");
            return List.of(Match.ANY);
        }
        var services = Resolved.concat(names.stream().map(objects::service).toList());
        doubts.addAll(services.doubts());
        if (!policy.isOn("service-negate")) {
            return services.set();
        }
        return services.doubts().isEmpty() ? without(services.set()) : List.of(Match.ANY);
    }

    private static List<Match> without(List<Match> services) {
        var left = List.of(Match.ANY);
        for (var service : services) {
            left = left.stream().flatMap(rest -> rest.minus(service).stream()).toList();
        }
        return left;
    }
}
