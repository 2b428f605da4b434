package dev.sekisho.ruleset.panos;

import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.outside.OutsideTraffic;
import dev.sekisho.ruleset.reading.DeclaredFamily;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import dev.sekisho.ruleset.reading.ParsedConfiguration;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleMatch;
import dev.sekisho.ruleset.reading.RuleSetReader;
import dev.sekisho.ruleset.reading.Sections;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The configuration of a PAN-OS firewall, or of Panorama, as XML (an export, or an answer of the API), as set commands, or
 * in braces.
 *
 * <p>Guard: {@code fromZone} and {@code toZone}, or {@code interface} and {@code outInterface} that belong to them; what is
 * not named leaves a doubt unless there is only one. {@code toZone} is the zone of the real destination. {@code vsys} and
 * {@code deviceGroup} where there are several; {@code otherRules} NONE where nothing stands elsewhere.
 */
public final class PanosReader implements RuleSetReader {
    private static final String NONE = "NONE";

    @Override
    public ParsedConfiguration parse(String configuration) {
        var tree = PanText.read(configuration);
        var sections = new Sections();
        PanRules.declare(tree.root, sections);
        return new Parsed(tree, sections);
    }

    private record Parsed(PanTree tree, Sections sections) implements ParsedConfiguration {

        @Override
        public RuleSet read(GuardSelector guard) {
            return PanosReader.read(tree, guard, sections);
        }
    }

    private static RuleSet read(PanTree tree, GuardSelector guard, Sections sections) {
        var device = new PanDevice(tree);
        var place = device.place(guard);
        var zones = new PanZones(place, guard);
        var addresses = new PanAddresses(place);
        var services = new PanServices(place, new PanApplications(place));
        var security = new PanRules(place, zones, addresses, services, sections);
        var translations = new PanNat(place, zones, addresses, services, device.activeDevice()).read();
        var rules = new RuleCollector();
        if (!place.hasRules()) {
            var reason = "the configuration has no security rules, perhaps because it is only a part of one";
            rules.permit(RuleMatch.ANY, List.of(reason), 0, "no rules");
        }
        writeUnknownLines(tree, rules);
        var last = new OutsideTraffic(translations, rules)
                .write(security.read(mayBeElsewhere(guard), device.isManaged()), security.otherwise());
        translations.forEach(translation -> translation.writeTo(rules));
        writeWhatIsNotSaid(device, zones, guard, rules);
        return rules.finish(last);
    }

    /** Whether rules may stand elsewhere: so it is unless the guard says that there are none. */
    private static boolean mayBeElsewhere(GuardSelector guard) {
        Optional<String> stated = guard.one(Key.OTHER_RULES);
        if (stated.isPresent() && !stated.get().equals(NONE)) {
            throw UnsuitableGuard.unknown(Key.OTHER_RULES, stated.get(), Set.of(NONE));
        }
        return stated.isEmpty();
    }

    /** A command that nobody knows may have changed any rule. */
    private static void writeUnknownLines(PanTree tree, RuleCollector rules) {
        tree.notes.forEach(rules::note);
        tree.unknownLines.stream()
                .limit(1)
                .forEach(line -> rules.permit(
                        RuleMatch.ANY,
                        List.of("a command before it may have changed the rules"),
                        line,
                        "line " + line));
    }

    private static void writeWhatIsNotSaid(PanDevice device, PanZones zones, GuardSelector guard, RuleCollector rules) {
        var stated = device.session("ipv6-firewalling");
        if (stated.equals("no") || zones.mayBeVirtualWire() && !stated.equals("yes")) {
            rules.undecided(DeclaredFamily.IPV6, guard, "the rules may not be asked about IPv6 (ipv6-firewalling)");
        }
    }
}
