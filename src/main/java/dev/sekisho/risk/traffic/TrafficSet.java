package dev.sekisho.risk.traffic;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Decision;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.TooComplexException;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.Family;
import dev.sekisho.risk.traffic.set.IcmpTypeSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A set of packets that can be kept and held against another later: as texts of products of sets, the same texts for the
 * same packets however the rules that permit them are written.
 *
 * @param boxes the products
 * @param undecided where there are too many of them, or the rules are too entangled: what the set was made from, which
 *     says at least whether it is made from the same
 */
public record TrafficSet(List<String> boxes, @Nullable String undecided) {

    /** More would not be kept for anybody's acceptance. */
    static final int MOST_BOXES = 5_000;

    /** More are not told. */
    private static final int TOLD = 1_000;

    private static final String SEPARATOR = " ";

    public TrafficSet {
        boxes = List.copyOf(boxes);
    }

    /** @param made from what */
    static TrafficSet of(Collection<Compiled> families, String made) {
        try {
            return new TrafficSet(
                    families.stream()
                            .flatMap(family -> Boxes.of(family, MOST_BOXES).stream())
                            .map(TrafficSet::text)
                            .toList(),
                    null);
        } catch (TooComplexException tooComplex) {
            return undecided(made);
        }
    }

    static TrafficSet undecided(String made) {
        return new TrafficSet(List.of(), made);
    }

    /** The same with what it was made from, where that has to be kept, in a shorter form. */
    public TrafficSet digested(UnaryOperator<String> digest) {
        return undecided == null ? this : undecided(digest.apply(undecided));
    }

    /** The packets of this set that are not in the other, in words; empty exactly if there is none. */
    public List<String> beyond(TrafficSet other) {
        if (equals(other)) {
            return List.of();
        }
        if (undecided != null || other.undecided != null) {
            return List.of("traffic that is too much, or too entangled, to tell whether it is more");
        }
        return Arrays.stream(Family.values())
                .flatMap(family -> beyond(family, rules(boxes), rules(other.boxes)))
                .toList();
    }

    private static Stream<String> beyond(Family family, RuleSet mine, RuleSet theirs) {
        try {
            var permitted = Compiled.of(family, mine, theirs.rules());
            var more = permitted.minus(Compiled.of(permitted.diagram(), theirs).root());
            return more.root() == FirstMatch.DENY ? Stream.empty() : words(more, mine);
        } catch (TooComplexException tooComplex) {
            return Stream.of("traffic that is too entangled to tell whether it is more");
        }
    }

    private static Stream<String> words(Compiled more, RuleSet mine) {
        try {
            return Boxes.of(more, TOLD).stream().map(box -> box.toString().substring("permit ".length()));
        } catch (TooComplexException tooMany) {
            return Explaining.byRule(more, Rule.permit(), mine, Measuring.MOST_WITNESSES).stream()
                    .map(Decision::packetInWords);
        }
    }

    private static RuleSet rules(List<String> boxes) {
        return new RuleSet(boxes.stream().map(TrafficSet::rule).toList(), Action.DENY, List.of());
    }

    private static String text(Rule box) {
        return String.join(
                SEPARATOR,
                String.join(",", box.protocols().texts()),
                String.join(",", box.icmpTypes().texts()),
                String.join(",", box.sources().texts()),
                String.join(",", box.sourcePorts().texts()),
                String.join(",", box.destinations().texts()),
                String.join(",", box.destinationPorts().texts()));
    }

    private static Rule rule(String text) {
        var parts = new ArrayList<List<String>>();
        for (var part : text.split(SEPARATOR, -1)) {
            parts.add(List.of(part.split(",")));
        }
        return Rule.permit()
                .over(ProtocolSet.parse(parts.get(0)))
                .types(IcmpTypeSet.parse(parts.get(1)))
                .from(AddressSet.parse(parts.get(2)))
                .sourcePorts(PortSet.parse(parts.get(3)))
                .to(AddressSet.parse(parts.get(4)))
                .ports(PortSet.parse(parts.get(5)));
    }
}
