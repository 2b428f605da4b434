package dev.sekisho.ruleset.evaluator;

import dev.sekisho.ruleset.evaluator.CiscoAcl.Condition;
import dev.sekisho.ruleset.evaluator.CiscoAcl.Place;
import java.util.List;
import java.util.stream.IntStream;

/** Routers made up from numbers. */
class IosEvaluatorTest extends CiscoEvaluatorCases {
    private static final List<Condition> CONDITIONS = List.of(
            Condition.LOG,
            Condition.TIME,
            Condition.UNHEARD,
            Condition.ESTABLISHED,
            Condition.FRAGMENTS,
            Condition.ACKNOWLEDGED,
            Condition.DSCP,
            Condition.TTL);

    @Override
    CiscoDevice numbered(long seed) {
        var draw = new CiscoDraw(seed);
        var four = draw.chance(90) ? draw.list(Place.ANY4, true, CONDITIONS) : null;
        var ipv6 = draw.chance(50);
        var tunnels = IntStream.range(0, draw.one(List.of(0, 0, 1, 2)))
                .mapToObj(i -> new CiscoTunnel(
                        draw.carried(true), draw.chance(40) ? draw.list(Place.ANY4, true, CONDITIONS) : null))
                .toList();
        return new IosDevice(
                draw.one(List.of("12.2", "12.3", "12.4", "15.2", "16.9")),
                four,
                ipv6,
                ipv6 && draw.chance(60) ? draw.listOfSix(CONDITIONS) : null,
                draw.chance(70) ? draw.translations() : List.of(),
                tunnels);
    }
}
