package dev.sekisho.ruleset.checkpoint;

import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.checkpoint.CpObjects.CpObject;
import dev.sekisho.ruleset.outside.OutsideRule;
import dev.sekisho.ruleset.outside.OutsideTraffic;
import dev.sekisho.ruleset.reading.Certainty;
import dev.sekisho.ruleset.reading.Conjunction;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import dev.sekisho.ruleset.reading.ParsedConfiguration;
import dev.sekisho.ruleset.reading.Resolved;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleMatch;
import dev.sekisho.ruleset.reading.RuleSetReader;
import dev.sekisho.ruleset.reading.Sections;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import java.util.List;
import java.util.TreeSet;

/**
 * Access rulebases of Check Point: answers of the management API (R80 and later) as JSON, one after the other or in an
 * array. Needed is what {@code show access-rulebase} prints, all its pages; {@code show package}, {@code show nat-rulebase},
 * {@code show access-layers}, {@code show global-properties} and lists of objects make it more exact.
 *
 * <p>Guard: {@code acl} names the ordered layers (each must accept), or {@code deviceGroup} the policy package, where there
 * are several; {@code gateway} the gateway at the link, where rules are installed on some only; {@code fromZone} and
 * {@code toZone} its security zones, where rules name any.
 */
public final class CheckPointReader implements RuleSetReader {

    @Override
    public ParsedConfiguration parse(String configuration) {
        var document = CpDocument.of(configuration);
        return new Parsed(document, document.sections());
    }

    private record Parsed(CpDocument document, Sections sections) implements ParsedConfiguration {

        @Override
        public RuleSet read(GuardSelector guard) {
            return CheckPointReader.read(document, guard, sections);
        }
    }

    private static RuleSet read(CpDocument document, GuardSelector guard, Sections sections) {
        var gateways = new CpGateways(document.objects, guard);
        refuseUnknownZones(document, guard);
        var addresses = new CpAddresses(document.objects, (side, zone) -> crosses(guard, side, zone));
        var services = new CpServices(document.objects);
        var reader = new CpRules(document.objects, addresses, services, gateways);
        var layers = new CpLayers(document, reader, sections);
        var order = new CpOrder(document, guard);
        var implied = new RuleCollector();
        CpImplied.write(document, implied);
        document.notes.forEach(implied::note);
        var judged = order.read(layers);
        CpLayers.addAll(implied, judged, RuleMatch.ANY, List.of());
        var rules = implied.finish(judged.defaultAction());
        return translated(document, rules, new CpNat(document, addresses, services, gateways));
    }

    /** Rules speak of addresses as packets are sent. */
    private static RuleSet translated(CpDocument document, RuleSet sent, CpNat nat) {
        var translations = nat.read();
        var rules = new RuleCollector();
        sent.notes().forEach(rules::note);
        if (!document.showsTranslations()) {
            rules.note("where destinations are translated to is not in the text (show nat-rulebase)");
        }
        if (translations.isEmpty()) {
            CpLayers.addAll(rules, sent, RuleMatch.ANY, List.of());
            return rules.finish(sent.defaultAction());
        }
        var last = new OutsideTraffic(translations, rules)
                .write(
                        sent.rules().stream().map(CheckPointReader::outside).toList(),
                        Resolved.exactly(sent.defaultAction()));
        translations.forEach(translation -> translation.writeTo(rules));
        return rules.finish(last);
    }

    private static OutsideRule outside(Rule rule) {
        var part = new OutsideRule.Part(Conjunction.match(rule), Conjunction.doubts(rule));
        return new OutsideRule(rule.effect(), List.of(part), rule.isImplied() ? 0 : rule.line(), rule.origin());
    }

    private static Certainty crosses(GuardSelector guard, Key side, String zone) {
        return guard.one(side)
                .map(named -> named.equals(zone) ? Certainty.ALWAYS : Certainty.NEVER)
                .orElse(Certainty.PERHAPS);
    }

    private static void refuseUnknownZones(CpDocument document, GuardSelector guard) {
        var zones = new TreeSet<String>();
        document.objects.all().stream()
                .map(places -> new CpObject("", places))
                .filter(object -> object.type().equals("security-zone"))
                .forEach(zone -> zones.add(zone.name()));
        for (var side : List.of(Key.FROM_ZONE, Key.TO_ZONE)) {
            guard.one(side).filter(zone -> !zones.contains(zone)).ifPresent(zone -> {
                throw UnsuitableGuard.unknown(side, zone, zones);
            });
        }
    }
}
