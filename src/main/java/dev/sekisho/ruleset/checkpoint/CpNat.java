package dev.sekisho.ruleset.checkpoint;

import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.ruleset.checkpoint.CpObjects.CpObject;
import dev.sekisho.ruleset.outside.OutsideTranslation;
import dev.sekisho.ruleset.reading.AddressCell;
import dev.sekisho.ruleset.reading.AddressReader;
import dev.sekisho.ruleset.reading.Certainty;
import dev.sekisho.ruleset.reading.ConfigurationJson;
import dev.sekisho.ruleset.reading.Resolved;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads where destinations lead: rules for translation that somebody wrote, and what objects say of themselves. Rules that
 * the server made of these are not read again: they name the object on both sides and not the address outside.
 */
final class CpNat {

    /** Into how many parts earlier rules may cut one before all of it counts. */
    private static final int PARTS = 64;

    private final CpDocument document;
    private final CpAddresses addresses;
    private final CpServices services;
    private final CpGateways gateways;
    private final List<RuleMatch> taken = new ArrayList<>();
    private final List<OutsideTranslation> found = new ArrayList<>();

    /** What a rule makes of one thing: nothing where it stays. */
    private record Target<T>(@Nullable T set, List<String> doubts) {}

    CpNat(CpDocument document, CpAddresses addresses, CpServices services, CpGateways gateways) {
        this.document = document;
        this.addresses = addresses;
        this.services = services;
        this.gateways = gateways;
    }

    /** Those that change destinations, of written rules first those before the generated ones. */
    List<OutsideTranslation> read() {
        var rules = document.translationRules();
        var generated = rules.stream().filter(CpNat::isGenerated).findFirst().map(rules::indexOf);
        var before = generated.orElse(rules.size());
        rules.subList(0, before).forEach(this::readRule);
        document.objects.all().forEach(places -> ofObject(new CpObject(CpObjects.word(places.get(0), "uid"), places)));
        rules.subList(before, rules.size()).forEach(this::readRule);
        return found;
    }

    private static boolean isGenerated(ConfigurationJson rule) {
        return rule.field("auto-generated")
                .filter(flag -> flag.kind().isBoolean())
                .map(ConfigurationJson::flag)
                .orElse(false);
    }

    private void readRule(ConfigurationJson rule) {
        if (!rule.field("enabled").map(ConfigurationJson::flag).orElse(true)) {
            return;
        }
        var installed = gateways.hold(CpConditions.cell(rule, "install-on"));
        if (installed == Certainty.NEVER || isGenerated(rule) && isSaidByObject(rule)) {
            return;
        }
        var doubts = new ArrayList<String>();
        if (installed == Certainty.PERHAPS) {
            doubts.add("is installed on some gateways only; name gateway");
        }
        if (document.mixesTranslations()) {
            doubts.add("rules for translation of several packages stand in the text");
        }
        if (isGenerated(rule)) {
            doubts.add("the address outside is not in the text");
        }
        readRule(rule, doubts);
    }

    private void readRule(ConfigurationJson rule, List<String> doubts) {
        var sources = cell(rule, "original-source");
        var outer = isGenerated(rule) ? AddressCell.ANY : cell(rule, "original-destination");
        var service = service(rule, "original-service");
        var inner = inner(rule);
        var ports = ports(rule);
        var all = Resolved.doubts(
                Stream.of(doubts, sources.doubts(), outer.doubts(), service.doubts(), inner.doubts, ports.doubts));
        var origin = "NAT rule " + CpRulebase.number(rule) + " " + CpObjects.word(rule, "name");
        service.parts().map(Resolved::set).forEach(match -> {
            var sent = match.from(sources.widest()).to(outer.widest());
            add(new OutsideTranslation(sent, inner.set, ports.set, all, origin, rule.line()), !isGenerated(rule));
        });
    }

    /** @param isWritten one that somebody wrote keeps what it takes from all later ones */
    private void add(OutsideTranslation translation, boolean isWritten) {
        if (translation.changes()) {
            left(translation.taken()).forEach(part -> translation.taking(part).forEach(found::add));
        }
        if (isWritten && translation.doubts().isEmpty()) {
            taken.add(translation.taken());
        }
    }

    private List<RuleMatch> left(RuleMatch match) {
        var parts = match.isEmpty() ? List.<RuleMatch>of() : List.of(match);
        for (var earlier : taken) {
            parts = parts.stream().flatMap(part -> part.minus(earlier).stream()).toList();
            if (parts.size() > PARTS) {
                return List.of(match);
            }
        }
        return parts;
    }

    private AddressCell cell(ConfigurationJson rule, String field) {
        return rule.field(field)
                .map(name -> addresses.of(document.objects.find(name)))
                .orElseGet(() -> AddressCell.unknown("names no " + field));
    }

    private CpService service(ConfigurationJson rule, String field) {
        return rule.field(field)
                .map(name -> services.all(List.of(name)))
                .orElseGet(() -> CpService.unknown("names no " + field));
    }

    private boolean stays(ConfigurationJson rule, String field) {
        return rule.field(field)
                .map(name -> document.objects.find(name).is("Original"))
                .orElse(false);
    }

    private Target<AddressSet> inner(ConfigurationJson rule) {
        if (stays(rule, "translated-destination")) {
            return new Target<>(null, List.of());
        }
        var cell = cell(rule, "translated-destination");
        return new Target<>(cell.widest(), cell.doubts());
    }

    private Target<PortSet> ports(ConfigurationJson rule) {
        if (stays(rule, "translated-service")) {
            return new Target<>(null, List.of());
        }
        var service = service(rule, "translated-service");
        if (service.perhaps().isEmpty() && service.certain().size() == 1) {
            return new Target<>(service.certain().get(0).destinationPorts(), List.of());
        }
        return new Target<>(PortSet.ANY, List.of("the service it leads to is not known"));
    }

    /** A generated rule about destinations says nothing that the object does not say. */
    private boolean isSaidByObject(ConfigurationJson rule) {
        if (stays(rule, "translated-destination")
                || CpObjects.word(rule, "method").equals("hide")) {
            return true;
        }
        return rule.field("translated-destination")
                .map(document.objects::find)
                .filter(object -> object.field("nat-settings").isPresent())
                .isPresent();
    }

    private void ofObject(CpObject object) {
        object.field("nat-settings").filter(ConfigurationJson::isObject).ifPresent(settings -> {
            var isStatic = CpObjects.word(settings, "method").equals("static");
            var isOn = settings.field("auto-rule")
                            .filter(flag -> flag.kind().isBoolean())
                            .isPresent()
                    && settings.required("auto-rule").flag();
            if (isStatic && isOn) {
                ofObject(object, settings);
            }
        });
    }

    private void ofObject(CpObject object, ConfigurationJson settings) {
        var installed = gateways.hold(CpConditions.cell(settings, "install-on"));
        if (installed == Certainty.NEVER) {
            return;
        }
        var inner = addresses.of(object);
        var outer = outer(object, settings);
        var doubts = Resolved.doubts(Stream.of(
                inner.doubts(),
                outer.doubts(),
                installed == Certainty.ALWAYS
                        ? List.of()
                        : List.of("is installed on some gateways only; name gateway")));
        for (var family : new AddressSet[] {AddressSet.ANY4, AddressSet.ANY6}) {
            var outside = outer.widest().intersect(family);
            var inside = inner.widest().intersect(family);
            if (!outside.isEmpty() && !inside.isEmpty()) {
                var line = object.places().get(0).line();
                add(
                        new OutsideTranslation(
                                RuleMatch.ANY.to(outside), inside, null, doubts, "NAT of " + object.name(), line),
                        false);
            }
        }
    }

    /** A block outside is as large as the object inside. */
    private static AddressCell outer(CpObject object, ConfigurationJson settings) {
        var found = new ArrayList<AddressSet>();
        var four = CpObjects.word(settings, "ipv4-address");
        var six = CpObjects.word(settings, "ipv6-address");
        try {
            if (!four.isEmpty()) {
                found.add(outerFour(object, four));
            }
            if (!six.isEmpty()) {
                var length = object.text("mask-length6");
                found.add(length.isEmpty() ? AddressReader.cidr(six) : AddressReader.prefix(six, length));
            }
        } catch (IllegalArgumentException e) {
            return AddressCell.unknown("the address outside cannot be read");
        }
        return found.isEmpty()
                ? AddressCell.unknown("the address outside is not in the text")
                : AddressCell.exactly(AddressSet.union(found));
    }

    private static AddressSet outerFour(CpObject object, String address) {
        if (!object.text("mask-length4").isEmpty()) {
            return AddressReader.prefix(address, object.text("mask-length4"));
        }
        var first = object.text("ipv4-address-first");
        return first.isEmpty()
                ? AddressReader.cidr(address)
                : AddressReader.range(address, CpBlocks.shifted(address, first, object.text("ipv4-address-last")));
    }
}
