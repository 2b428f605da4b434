package dev.sekisho.ruleset.device;

import dev.sekisho.digest.Sha256;
import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Rewriting;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.RuleSetService;
import dev.sekisho.ruleset.RuleSets.FromDevice;
import dev.sekisho.ruleset.RuleSets.Naming;
import dev.sekisho.ruleset.RuleSets.Reading;
import dev.sekisho.ruleset.format.Format;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import dev.sekisho.ruleset.reading.ParsedConfiguration;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleMatch;
import dev.sekisho.ruleset.reading.Sections.Section;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The configuration of a device, parsed once, from which the rules of links are read. */
final class DeviceReading {
    private final String device;
    private final Format format;
    private final String sha256;
    private final long sizeBytes;
    private final Rewriting rewriting;
    private final ParsedConfiguration parsed;
    private final Map<GuardSelector, Read> known = new HashMap<>();

    /** What is read for one guard; links that name the same are read once. */
    private record Read(RuleSet rules, List<Integer> sections) {}

    /** @throws dev.sekisho.web.problem.ProblemException INVALID or IMPOSSIBLE where it cannot be read as the format */
    DeviceReading(String device, Format format, byte[] configuration) {
        this.device = device;
        this.format = format;
        this.sha256 = Sha256.hex(configuration);
        this.sizeBytes = configuration.length;
        this.parsed = RuleSetService.told(format, () -> format.parse(configuration));
        this.rewriting = format.rewriting(configuration);
    }

    Format format() {
        return format;
    }

    String sha256() {
        return sha256;
    }

    long sizeBytes() {
        return sizeBytes;
    }

    List<Section> sections() {
        return parsed.sections().all();
    }

    /**
     * The rules of a link that names the device.
     *
     * @throws UnsuitableGuard if the configuration does not have what the link names
     */
    Reading of(GuardSelector guard, @Nullable Rewriting stated) {
        Read read = known.get(guard);
        if (read == null) {
            parsed.sections().takeAsked();
            RuleSet rules = noted(guard, parsed.read(guard.carryingIpv6()));
            read = new Read(rules, parsed.sections().takeAsked());
            known.put(guard, read);
        }
        return reading(guard, read.rules(), new FromDevice(device, stated, read.sections(), null));
    }

    /**
     * The rules of a link that was read from an earlier configuration.
     *
     * @throws UnsuitableGuard if this one does not have what the link names, or has no rule that names it any more
     */
    Reading again(Naming naming) {
        Reading next = of(naming.guard(), naming.from().stated());
        List<String> before = naming.from().missing() == null ? naming.rules().notes() : List.of();
        Optional<String> gone = unmentioned(naming.guard())
                .filter(note -> !before.contains(note))
                .findFirst();
        if (gone.isPresent()) {
            throw new UnsuitableGuard(Key.INTERFACE.parameter(), gone.get());
        }
        return next;
    }

    /** With a note of each interface of the guard that nothing names; its absence tells later that it was named. */
    private RuleSet noted(GuardSelector guard, RuleSet rules) {
        List<String> unmentioned = unmentioned(guard).toList();
        return unmentioned.isEmpty()
                ? rules
                : new RuleSet(
                        rules.rules(),
                        rules.defaultAction(),
                        Stream.concat(rules.notes().stream(), unmentioned.stream())
                                .toList(),
                        rules.translations());
    }

    private Stream<String> unmentioned(GuardSelector guard) {
        return Stream.of(Key.INTERFACE, Key.OUT_INTERFACE)
                .flatMap(key -> guard.all(key).stream()
                        .filter(name -> !parsed.mentions(name))
                        .map(name -> "nothing in the configuration names the " + key.parameter() + " "
                                + Redaction.value(name)));
    }

    /** Of a link whose part is gone nothing is known: everything counts as permitted, as a doubt. */
    Reading without(Naming naming, String why) {
        var rules = new RuleCollector();
        rules.note(why);
        rules.permit(RuleMatch.ANY, List.of(why), 0, "not in the configuration");
        return reading(
                naming.guard(),
                rules.finish(Action.PERMIT),
                new FromDevice(device, naming.from().stated(), List.of(), why));
    }

    private Reading reading(GuardSelector guard, RuleSet rules, FromDevice from) {
        Rewriting stated = from.stated();
        return new Reading(format, guard, stated == null ? rewriting : stated, sha256, sizeBytes, rules, from);
    }
}
