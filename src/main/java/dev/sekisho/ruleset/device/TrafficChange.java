package dev.sekisho.ruleset.device;

import dev.sekisho.risk.traffic.Chain;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.TooComplexException;
import dev.sekisho.ruleset.DiffView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How what a link permits changed. */
@Schema(
        name = "TrafficChange",
        description =
                "How what a link permits changed: SAME; WIDER (it got worse: it permits more) or NARROWER; WIDER_AND_NARROWER (it permits something it did not, and something no more); NOT_COMPARABLE (the rules interact in more ways than can be compared, so it may be wider).")
enum TrafficChange {
    SAME,
    WIDER,
    NARROWER,
    WIDER_AND_NARROWER,
    NOT_COMPARABLE;

    /** @param diff absent where nothing differs or nothing can be told */
    record Told(TrafficChange change, @Nullable DiffView diff) {}

    /** What the devices of a link let through together, before and after. */
    static Told between(List<Chain.Device> before, List<Chain.Device> after) {
        if (plain(before).equals(plain(after))) {
            return new Told(SAME, null);
        }
        try {
            DiffView diff = DiffView.of(Chain.of(before), Chain.of(after));
            return new Told(of(diff), diff.same() ? null : diff);
        } catch (TooComplexException tooComplex) {
            return new Told(NOT_COMPARABLE, null);
        }
    }

    private static TrafficChange of(DiffView diff) {
        if (diff.same()) {
            return SAME;
        }
        if (diff.removed().isEmpty()) {
            return WIDER;
        }
        return diff.added().isEmpty() ? NARROWER : WIDER_AND_NARROWER;
    }

    /** Without where in a text rules stand, which moves with every line before them. */
    private static List<Chain.Device> plain(List<Chain.Device> devices) {
        return devices.stream()
                .map(device -> new Chain.Device(device.position(), plain(device.rules()), device.rewriting()))
                .toList();
    }

    private static RuleSet plain(RuleSet set) {
        List<Rule> rules = set.rules().stream().map(rule -> rule.at(0, "")).toList();
        return new RuleSet(
                rules,
                set.defaultAction(),
                List.of(),
                set.translations().stream()
                        .map(translation -> translation.at(0, ""))
                        .toList());
    }
}
