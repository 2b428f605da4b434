package dev.sekisho.ruleset.cisco;

import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.cisco.CiscoConfiguration.Interface;
import dev.sekisho.ruleset.reading.Conjunction;
import dev.sekisho.ruleset.reading.Direction;
import dev.sekisho.ruleset.reading.Disjunction;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What an ASA lets through that enters or leaves by one interface. */
final class CiscoAsaInterface {

    private final CiscoConfiguration device;
    private final CiscoGroups groups;
    private final CiscoAsaTunnels tunnels;
    private final CiscoAsaLists lists;

    CiscoAsaInterface(CiscoConfiguration device, CiscoGroups groups, boolean carriesIpv6) {
        this.device = device;
        this.groups = groups;
        this.tunnels = new CiscoAsaTunnels(device, groups);
        this.lists = new CiscoAsaLists(device, groups, carriesIpv6);
    }

    RuleSet read(String name, GuardSelector guard) {
        var one = named(Key.INTERFACE, name);
        if (guard.direction() == Direction.OUT) {
            return leaving(one, lists.outbound(one));
        }
        var out = guard.one(Key.OUT_INTERFACE).map(other -> named(Key.OUT_INTERFACE, other));
        return withTunnelInterfaces(entering(one, out), one, out);
    }

    private RuleSet entering(Interface one, Optional<Interface> out) {
        var translations = translations(one.word("nameif"));
        var entering = real(lists.inbound(one, out), translations);
        var filtered = out.map(other -> Conjunction.of(entering, outbound(other, lists.outbound(other))))
                .orElse(entering);
        return translations.listed(withTunnels(filtered, one, translations));
    }

    /** A tunnel over this interface may be the link: its packets pass inside others, and only its own list sees them. */
    private RuleSet withTunnelInterfaces(RuleSet rules, Interface one, Optional<Interface> out) {
        var all = rules;
        for (var tunnel : new CiscoTunnelInterfaces(device).over(one)) {
            if (tunnel.has("nameif")) {
                var why = "interface " + Redaction.value(tunnel.word("nameif"))
                        + " is a tunnel over this one and filters by its own list";
                all = Disjunction.of(CiscoTunnelList.doubtful(entering(tunnel, out), why), all);
            }
        }
        return all;
    }

    /** A list that is named alone is read as interfaces apply it. */
    RuleSet applied(String list, RuleSet rules) {
        var entering = users(list, Direction.IN).map(one -> applied(rules, one));
        var leaving = users(list, Direction.OUT).map(one -> leaving(one, rules));
        return Stream.concat(entering, leaving)
                .reduce(Disjunction::of)
                .orElseGet(() -> CiscoPixTranslation.isOf(device) ? followed(rules, translations("")) : rules);
    }

    private Stream<Interface> users(String list, Direction direction) {
        return device.interfaces.stream()
                .filter(one -> lists.bound(direction, one.word("nameif")).anyMatch(list::equals));
    }

    private RuleSet applied(RuleSet rules, Interface one) {
        var translations = translations(one.word("nameif"));
        var applied = translations.listed(withTunnels(real(rules, translations), one, translations));
        return withTunnelInterfaces(applied, one, Optional.empty());
    }

    void write(String list, RuleCollector rules) {
        lists.write(list, rules);
    }

    private CiscoTranslations translations(String entering) {
        return CiscoPixTranslation.isOf(device)
                ? new CiscoPixTranslation(device, groups).entering(entering)
                : CiscoAsaTranslation.entering(device, groups, entering);
    }

    private static RuleSet followed(RuleSet rules, CiscoTranslations translations) {
        return translations.listed(translations.followed(rules));
    }

    /** What lists that may speak of outer addresses say of real ones. */
    private RuleSet real(RuleSet rules, CiscoTranslations translations) {
        if (!CiscoPixTranslation.isOf(device) || translations.isEmpty()) {
            return rules;
        }
        var exempt = new CiscoPixTranslation(device, groups).exempt();
        return Disjunction.of(translations.through(rules), translations.withoutStraight(rules, exempt));
    }

    private RuleSet withTunnels(RuleSet rules, Interface one, CiscoTranslations translations) {
        if (!tunnels.bypass()) {
            return rules;
        }
        var all = rules;
        for (var tunnel : tunnels.arriving(one, lists.spoken(one))) {
            var real = CiscoPixTranslation.isOf(device) ? real(tunnel, translations) : translations.followed(tunnel);
            all = Disjunction.of(real, all);
        }
        return all;
    }

    /** What leaves by an interface: what its list permits, and what comes out of other interfaces' tunnels. */
    private RuleSet leaving(Interface one, RuleSet rules) {
        var all = outbound(one, rules);
        for (var tunnel : tunnels.leaving(one)) {
            all = Disjunction.of(tunnel, all);
        }
        for (var other : device.interfaces) {
            if (!other.equals(one) && other.has("nameif")) {
                all = withTunnels(all, other, translations(other.word("nameif")));
            }
        }
        return all;
    }

    private RuleSet outbound(Interface one, RuleSet rules) {
        return changesSources(one) ? CiscoTunnelList.ofOtherSources(rules) : rules;
    }

    /** Up to 8.2 a list that filters what leaves speaks of the sources outside. */
    private boolean changesSources(Interface one) {
        var name = one.word("nameif");
        return CiscoPixTranslation.isOf(device)
                && (!translations(name).isEmpty()
                        || !device.blocks("global", "(" + name + ")").isEmpty());
    }

    private Interface named(Key key, String name) {
        return device.interfaces.stream()
                .filter(one ->
                        Objects.equals(one.word("nameif"), name) || one.name().equals(name) && one.has("nameif"))
                .findFirst()
                .orElseThrow(() -> UnsuitableGuard.unknown(
                        key,
                        name,
                        device.interfaces.stream()
                                .map(one -> one.word("nameif"))
                                .filter(n -> !n.isEmpty())
                                .toList()));
    }
}
