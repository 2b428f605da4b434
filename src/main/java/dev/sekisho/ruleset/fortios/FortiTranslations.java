package dev.sekisho.ruleset.fortios;

import dev.sekisho.risk.traffic.rule.Translation;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.ruleset.reading.AddressReader;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.RuleCollector;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Lists what virtual addresses do to destinations, the more particular first. */
final class FortiTranslations {

    private final List<FortiVirtualAddress> addresses;

    FortiTranslations(List<FortiVirtualAddress> addresses) {
        this.addresses = addresses;
    }

    void write(RuleCollector rules) {
        var byOutside = new LinkedHashMap<Translation, Translation>();
        addresses.stream()
                .sorted(Comparator.comparing((FortiVirtualAddress one) ->
                                one.outside().addresses().isEmpty())
                        .thenComparing(one -> one.entry().all("src-filter").isEmpty())
                        .thenComparing(one -> one.outside().ports().isAny()))
                .map(FortiVirtualAddress::translation)
                .forEach(one -> byOutside.merge(outside(one), one, FortiTranslations::either));
        byOutside.values().forEach(rules::translate);
        if (!addresses.isEmpty()) {
            rules.note("virtual addresses count with the address outside and the addresses inside");
        }
        addresses.stream()
                .filter(address -> address.outside().addresses().isEmpty())
                .forEach(address -> rules.note(
                        address.entry().line(), "the address outside is not known and may be any: " + name(address)));
    }

    /** The address by which the far side of a tunnel knows what lies behind. */
    static Optional<Translation> ofTunnel(FortiReading reading) {
        var natip = reading.policy().entry().all("natip");
        var plain = reading.plain();
        if (plain == null || natip.size() != 2 || !FortiSettings.isUsed(natip)) {
            return Optional.empty();
        }
        return outside(natip)
                .map(outside -> Translation.of(outside, plain.set())
                        .from(reading.sources())
                        .at(reading.policy().entry().line(), reading.policy().origin()));
    }

    private static Optional<AddressSet> outside(List<String> natip) {
        try {
            return Optional.of(AddressReader.masked(natip.get(0), natip.get(1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String name(FortiVirtualAddress address) {
        return Redaction.value(address.entry().name());
    }

    /** The servers of a load balancer share what is sent to it. */
    private static Translation outside(Translation one) {
        return new Translation(
                AddressSet.ANY, one.protocols(), one.outer(), one.outerPorts(), null, null, one.origin(), one.line());
    }

    private static Translation either(Translation one, Translation other) {
        var ports = one.innerPorts() == null && other.innerPorts() == null ? null : union(one, other);
        return Translation.of(one.outer(), inner(one).union(inner(other)))
                .from(one.sources().union(other.sources()))
                .over(one.protocols())
                .ports(one.outerPorts(), ports)
                .at(one.line(), one.origin());
    }

    private static PortSet union(Translation one, Translation other) {
        var ports = one.innerPorts() == null ? one.outerPorts() : one.innerPorts();
        return ports.union(other.innerPorts() == null ? other.outerPorts() : other.innerPorts());
    }

    private static AddressSet inner(Translation one) {
        var inner = one.inner();
        return inner == null ? one.outer() : inner;
    }
}
