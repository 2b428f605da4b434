package dev.sekisho.ruleset.fortios;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.ruleset.fortios.FortiTopology.Bundle;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleMatch;
import dev.sekisho.ruleset.reading.Sections;
import java.util.List;
import java.util.stream.Stream;

/** Writes down the policies of one virtual domain in their order. */
final class FortiPolicies {

    private final FortiRulebase rulebase;
    private final FortiVirtuals virtuals;
    private final FortiInterfaces interfaces;
    private final FortiMatching matching;
    private final FortiVirtualTraffic traffic;
    private final RuleCollector rules;

    FortiPolicies(
            FortiConfiguration configuration,
            String domain,
            FortiRulebase rulebase,
            GuardSelector guard,
            RuleCollector rules) {
        this.rulebase = rulebase;
        this.virtuals = new FortiVirtuals(configuration, domain);
        this.interfaces = new FortiInterfaces(configuration, domain, rulebase.policies(), guard);
        this.matching = new FortiMatching(
                new FortiObjects(configuration, domain, virtuals),
                virtuals,
                new FortiConditions(configuration, domain),
                interfaces);
        this.rules = rules;
        this.traffic = new FortiVirtualTraffic(
                active().filter(FortiVirtualAddress::isKnown).toList());
    }

    /** @param sections are told which policies are asked */
    void write(Sections sections) {
        interfaces.openAround().forEach(bundle -> permitWithin(bundle, List.of()));
        if (interfaces.turnsBackUnchecked()) {
            var doubt = "what enters and leaves by one interface may pass unchecked (allow-traffic-redirect)";
            rules.permit(RuleMatch.ANY, List.of(doubt), 0, "one interface");
        }
        new FortiDenyGaps(matching, interfaces, rules).write(enabled());
        enabled().forEach(policy -> {
            if (write(policy)) {
                sections.ask(policy.section());
            }
        });
        interfaces
                .openAtOneEnd()
                .forEach(bundle -> permitWithin(bundle, List.of("holds only between the interfaces of a zone")));
        new FortiTranslations(active().toList()).write(rules);
    }

    private Stream<FortiPolicy> enabled() {
        return rulebase.policies().stream().filter(policy -> !policy.entry().isOff());
    }

    /** Virtual addresses act where a policy names them, or always; those of other interfaces never. */
    private Stream<FortiVirtualAddress> active() {
        var found = rulebase.translatesCentrally()
                ? Stream.of(false, true).flatMap(six -> virtuals.all(six).stream())
                : enabled().flatMap(this::named);
        return found.filter(address -> interfaces.mayEnter(address.entry())).distinct();
    }

    private Stream<FortiVirtualAddress> named(FortiPolicy policy) {
        return policy.addresses(FortiPolicy.Side.DESTINATION).stream()
                .filter(name -> virtuals.isVirtual(name, policy.six()))
                .flatMap(name -> virtuals.named(name, policy.six()).stream());
    }

    /** Interfaces of an open zone or switch reach one another whatever the policies say. */
    private void permitWithin(Bundle bundle, List<String> doubts) {
        rules.permit(RuleMatch.ANY, doubts, bundle.line(), "within " + bundle.name());
    }

    /** Whether it is about what the guard names. */
    private boolean write(FortiPolicy policy) {
        var straight = matching.read(policy);
        straight.ifPresent(reading -> {
            writePlain(reading);
            writeUnknownVirtual(reading);
            reading.virtual().stream()
                    .filter(FortiVirtualAddress::isKnown)
                    .forEach(address -> writeVirtual(reading, address));
        });
        var back = matching.readTurnedRound(policy);
        back.ifPresent(reading -> {
            writePlain(reading);
            FortiTranslations.ofTunnel(reading).ifPresent(rules::translate);
        });
        return straight.isPresent() || back.isPresent();
    }

    private void writePlain(FortiReading reading) {
        var plain = reading.plain();
        if (plain == null) {
            return;
        }
        for (var service : reading.matches()) {
            var match = service.to(plain.set());
            if (reading.deniesPlain() && !rulebase.translatesCentrally()) {
                var whole = reading.policy().entry().isOn("match-vip");
                traffic.deniedPlain(match, whole).forEach(part -> add(reading, part, List.of()));
            } else {
                add(reading, match, reading.plainDoubts());
            }
        }
        if (rulebase.translatesCentrally() && reading.action() == Action.PERMIT) {
            traffic.active().stream()
                    .filter(address -> plain.set().intersects(address.inside().addresses()))
                    .filter(address -> !plain.set().contains(address.outside().addresses()))
                    .forEach(address -> writeSent(reading, address, plain.set()));
        }
    }

    /** Policies that speak of addresses inside, as those outside see them. */
    private void writeSent(FortiReading reading, FortiVirtualAddress address, AddressSet destinations) {
        var partly = destinations.contains(address.inside().addresses())
                ? List.<String>of()
                : List.of("only some addresses behind a virtual address");
        for (var service : reading.matches()) {
            var sent = address.sent(service.to(destinations));
            add(
                    reading,
                    sent.set(),
                    Stream.of(reading.plainDoubts(), partly, sent.doubts())
                            .flatMap(List::stream)
                            .toList());
        }
    }

    private void writeUnknownVirtual(FortiReading reading) {
        reading.unknownVirtual()
                .forEach(address -> reading.matches()
                        .forEach(service ->
                                add(reading, address.arriving(service), reading.doubtsWith(address.doubts()))));
    }

    private void writeVirtual(FortiReading reading, FortiVirtualAddress address) {
        for (var service : reading.matches()) {
            var arriving = address.arriving(service);
            if (!arriving.isEmpty()) {
                parts(reading, address, arriving).forEach(part -> add(reading, part, reading.doubts()));
                var sent = address.sent(service);
                add(reading, apart(reading, sent.set()), reading.doubtsWith(sent.doubts()));
            }
        }
    }

    private List<RuleMatch> parts(FortiReading reading, FortiVirtualAddress address, RuleMatch arriving) {
        if (reading.action() == Action.PERMIT) {
            return traffic.permitted(address, arriving);
        }
        return reading.doubts().isEmpty() ? traffic.deniedVirtual(address, arriving) : List.of(arriving);
    }

    /** What is one's address outside may be another's inside, where other traffic arrives. */
    private RuleMatch apart(FortiReading reading, RuleMatch sent) {
        return reading.action() == Action.PERMIT
                ? sent
                : sent.to(traffic.inside().complement());
    }

    private void add(FortiReading reading, RuleMatch match, List<String> doubts) {
        var policy = reading.policy();
        rules.add(reading.action(), match, doubts, policy.entry().line(), policy.origin());
    }
}
