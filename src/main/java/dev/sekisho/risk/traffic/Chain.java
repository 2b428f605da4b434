package dev.sekisho.risk.traffic;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.ChainDevice;
import dev.sekisho.risk.traffic.rule.Decision;
import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.Rewriting;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.RuleWalk;
import dev.sekisho.risk.traffic.rule.TooComplexException;
import dev.sekisho.risk.traffic.rule.TrafficExposure;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.Family;
import dev.sekisho.risk.traffic.set.IcmpTypeSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Several devices on one way, each with its own rules: a packet gets through where all permit it. Rules of two devices can
 * only be held against each other where they speak of the same addresses. So each is told in the addresses a packet
 * arrives with behind the last one; where that is not known, it counts as wider than it is, as a doubt.
 */
public final class Chain {

    private static final String OTHER_SOURCE =
            "a device on the way may put other sources into packets, so that sources say nothing here";
    private static final String OTHER_DESTINATION =
            "a device behind this one may translate destinations in ways that are not known";

    private Chain() {}

    /**
     * One device.
     *
     * @param position where it stands; the first on the way has the lowest
     */
    public record Device(int position, RuleSet rules, Rewriting rewriting) {}

    /**
     * What one device of several on a way does for the whole. That it is taken away means that it filters nothing; what it
     * translates it still does.
     *
     * @param position where it stands
     * @param alone how open the way would be if no other device filtered, 0 to 1
     * @param without how open the way would be if this one did not filter, 0 to 1
     * @param exposureWithout the counts behind that
     * @param deniedAlone packets across the boundary that all other devices let through, each of another rule that denies
     *     them; none exactly if the device denies nothing that no other does
     */
    public record Contribution(
            int position, double alone, double without, TrafficExposure exposureWithout, List<Decision> deniedAlone) {

        public Contribution {
            deniedAlone = List.copyOf(deniedAlone);
        }
    }

    /**
     * What all of them let through.
     *
     * @param inOrder at least one, by position; a single one stays as it is
     */
    public static RuleSet of(List<Device> inOrder) {
        if (inOrder.size() == 1) {
            return inOrder.get(0).rules;
        }
        var before = inOrder.subList(0, inOrder.size() - 1);
        var otherSources = before.stream().anyMatch(device -> device.rewriting != Rewriting.NONE);
        var row = new ArrayList<ChainDevice>();
        for (int i = 0; i < inOrder.size(); i++) {
            var position = inOrder.get(i).position;
            var written = inOrder.get(i).rules.replacing(rule -> rule.inPosition(position));
            var judged = otherSources ? fromAnybody(written) : written;
            for (var later : inOrder.subList(i + 1, inOrder.size())) {
                judged = later.rewriting == Rewriting.UNKNOWN
                        ? toAnywhere(judged, position)
                        : BehindTranslation.of(judged, later.rules.translations(), otherSources, position);
            }
            row.add(new ChainDevice(position, judged, written));
        }
        return RuleSet.row(row);
    }

    /** The device where nobody knows what it and those behind it make of the destinations that it judges. */
    static RuleSet toAnywhere(RuleSet device, int position) {
        var permits = device.defaultAction() == Action.PERMIT
                || device.rules().stream().anyMatch(rule -> rule.effect() == Action.PERMIT);
        var anything = Rule.permit()
                .implied()
                .at(0, "any of its permits")
                .inPosition(position)
                .opaque(OTHER_DESTINATION);
        return permits ? device.with(List.of(anything)).orElse(Action.DENY) : device;
    }

    /** The device where the sources that it judges may be other ones than those of the packets as somebody else sees them. */
    private static RuleSet fromAnybody(RuleSet device) {
        var rules = new ArrayList<Rule>();
        var dropped = false;
        for (var rule : device.rules()) {
            var names = namesSources(rule);
            if (rule.effect() == Action.PERMIT) {
                var doubtful = names || dropped;
                widened(rule)
                        .map(wide -> doubtful && !wide.isOpaque() ? wide.opaque(OTHER_SOURCE) : wide)
                        .forEach(rules::add);
            } else if (names) {
                dropped = true;
            } else {
                rules.add(rule);
            }
        }
        return rules.equals(device.rules()) ? device : device.with(rules);
    }

    private static boolean namesSources(Rule rule) {
        return !rule.sourcePorts().isAny() || !rule.namedSources().isEmpty();
    }

    /** The rule for any source of the families it is about; what names ports and message types is two rules then. */
    private static Stream<Rule> widened(Rule rule) {
        var wide = rule.from(wholeFamilies(rule.sources()));
        if (rule.sourcePorts().isAny()) {
            return Stream.of(wide);
        }
        var any = wide.sourcePorts(PortSet.ANY);
        var ported = any.over(rule.protocols().intersect(ProtocolSet.PORTED)).types(IcmpTypeSet.ANY);
        return rule.namesTypes()
                ? Stream.of(
                        ported,
                        any.over(rule.protocols().intersect(ProtocolSet.ICMPS)).ports(PortSet.ANY))
                : Stream.of(ported);
    }

    private static AddressSet wholeFamilies(AddressSet some) {
        return (some.only4().isEmpty() ? AddressSet.NONE : AddressSet.ANY4)
                .union(some.only6().isEmpty() ? AddressSet.NONE : AddressSet.ANY6);
    }

    /**
     * What each device of the row that was measured does, in the order of the way; a single device has position 1.
     *
     * @throws TooComplexException if the rules interact in more ways than can be held
     */
    public static List<Contribution> contributions(TrafficQuestion measured) {
        var rules = measured.rules();
        var row = rules.row().isEmpty() ? List.of(new ChainDevice(1, rules, rules)) : rules.row();
        return row.stream()
                .map(device -> contribution(measured, device.position(), device.judged()))
                .toList();
    }

    private static Contribution contribution(TrafficQuestion measured, int position, RuleSet device) {
        var others = measured.rules().without(position);
        var without = openness(measured, others);
        return new Contribution(
                position,
                openness(measured, device).openness(),
                without.openness(),
                without.exposure(),
                Arrays.stream(Family.values())
                        .flatMap(family -> new Denying(family, measured, device, others).found().stream())
                        .limit(Measuring.MOST_WITNESSES)
                        .toList());
    }

    private static TrafficSummary.MeasuredOpenness openness(TrafficQuestion measured, RuleSet rules) {
        return new Measuring(rules, measured.boundary(), measured.approved()).openness();
    }

    /** Looks for packets that a device denies and all others let through. */
    private static final class Denying {

        private final Compiled denied;
        private final RuleSet device;
        private final RuleWalk walk;
        private final Rule region;
        private final List<Decision> found = new ArrayList<>();
        private final HashSet<@Nullable Rule> named = new HashSet<>();

        Denying(Family family, TrafficQuestion measured, RuleSet device, RuleSet others) {
            var passed = Compiled.of(family, others, device.rules());
            this.denied = passed.minus(Compiled.of(passed.diagram(), device).root());
            this.device = device;
            this.walk = new RuleWalk(device);
            this.region = Rule.permit()
                    .from(measured.boundary().from())
                    .to(measured.boundary().to());
        }

        List<Decision> found() {
            add(denied.find(region, Compiled.PERMITTED));
            for (var rule : device.rules()) {
                if (found.isEmpty() || found.size() == Measuring.MOST_WITNESSES) {
                    break;
                }
                if (rule.effect() == Action.DENY) {
                    add(denied.find(rule.within(region), Compiled.PERMITTED));
                }
            }
            return found;
        }

        private void add(@Nullable Packet packet) {
            var decision = packet == null ? null : walk.decide(packet);
            if (decision != null && named.add(decision.rule())) {
                found.add(decision);
            }
        }
    }
}
