package dev.sekisho.firewall.reader;

import dev.sekisho.firewall.reader.FortiConfiguration.Entry;
import dev.sekisho.risk.traffic.Action;
import dev.sekisho.risk.traffic.AddressSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Writes down the policies of one virtual domain in their order. */
final class FortiPolicies {

    private static final List<String> IDENTITIES = List.of("groups", "users", "fsso-groups", "devices", "ztna-ems-tag");
    private static final Set<String> PERMITS = Set.of("accept", "ipsec", "ssl-vpn", "learn");

    private final FortiConfiguration configuration;
    private final String domain;
    private final FortiObjects objects;
    private final FortiInterfaces interfaces;
    private final RuleCollector rules;

    FortiPolicies(FortiConfiguration configuration, String domain, Guard guard, RuleCollector rules) {
        this.configuration = configuration;
        this.domain = domain;
        this.objects = new FortiObjects(configuration, domain);
        this.interfaces = new FortiInterfaces(configuration, domain, guard);
        this.rules = rules;
    }

    void write() {
        interfaces.zonesAround().forEach(zone -> permitWithin(zone, List.of()));
        for (var policy : configuration.table(domain, "firewall policy").values()) {
            write(policy, false, "srcaddr", "dstaddr");
            if (!policy.all("srcaddr6").isEmpty() || !policy.all("dstaddr6").isEmpty()) {
                write(policy, true, "srcaddr6", "dstaddr6");
            }
        }
        for (var policy : configuration.table(domain, "firewall policy6").values()) {
            write(policy, true, "srcaddr", "dstaddr");
        }
        interfaces
                .zonesAtOneEnd()
                .forEach(zone -> permitWithin(zone, List.of("holds only between the interfaces of a zone")));
    }

    /** Interfaces of a zone with "intrazone allow" reach one another whatever the policies say. */
    private void permitWithin(Entry zone, List<String> doubts) {
        rules.permit(Match.ANY, doubts, zone.line(), "zone " + zone.name() + " (intrazone allow)");
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
        var from4or6 = (six ? Match.ANY6 : Match.ANY4).from(addresses(policy, from, policy.all(from), six, doubts));
        var virtual = policy.isOn(to + "-negate") ? List.<String>of() : virtual(policy.all(to), six);
        var plain = new ArrayList<>(policy.all(to));
        plain.removeAll(virtual);
        var services = services(policy, doubts);
        var doubtsOfAll = List.copyOf(doubts);
        if (virtual.isEmpty() || !plain.isEmpty()) {
            var destinations = addresses(policy, to, plain, six, doubts);
            var match = from4or6.to(spared(policy, action, destinations, six));
            services.forEach(service -> rules.add(action, match.and(service), doubts, policy.line(), origin(policy)));
        }
        for (var name : virtual) {
            for (var address : objects.virtual(name, six)) {
                for (var service : services) {
                    for (var part : address.through(from4or6.and(service))) {
                        var all = Resolved.doubts(Stream.of(doubtsOfAll, part.doubts()));
                        rules.add(action, part.set(), all, policy.line(), origin(policy));
                    }
                }
            }
        }
    }

    private List<String> virtual(List<String> names, boolean six) {
        return names.stream().filter(name -> objects.isVirtual(name, six)).toList();
    }

    private static String origin(Entry policy) {
        return "policy " + policy.name()
                + policy.all("name").stream()
                        .map(name -> " " + name)
                        .findFirst()
                        .orElse("");
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

    private AddressSet addresses(Entry policy, String key, List<String> names, boolean six, List<String> doubts) {
        var all = six ? AddressSet.ANY6 : AddressSet.ANY4;
        var internet = "internet-service" + (six ? "6" : "") + (key.startsWith("src") ? "-src" : "");
        if (policy.isOn(internet)) {
            doubts.add("depends on " + internet);
            return all;
        }
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
    private AddressSet spared(Entry policy, Action action, AddressSet destinations, boolean six) {
        var virtual = objects.allVirtual(six);
        if (action == Action.PERMIT || policy.isOn("match-vip") || !virtual.intersects(destinations)) {
            return destinations;
        }
        rules.note(policy.line(), "this deny does not meet traffic to virtual addresses (match-vip)");
        return destinations.minus(virtual);
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
