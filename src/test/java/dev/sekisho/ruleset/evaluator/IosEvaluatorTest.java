package dev.sekisho.ruleset.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.ruleset.evaluator.CiscoAcl.Condition;
import dev.sekisho.ruleset.evaluator.CiscoAcl.Place;
import dev.sekisho.ruleset.evaluator.CiscoAcl.Probe;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Routers made up from numbers: what gets in by the model, and what the reader makes of the text that describes it. */
class IosEvaluatorTest {

    private static final int DEVICES = 2000;
    private static final List<Probe> PROBES = CiscoDraw.probes();
    private static final List<Condition> CONDITIONS = List.of(
            Condition.LOG,
            Condition.TIME,
            Condition.UNHEARD,
            Condition.ESTABLISHED,
            Condition.FRAGMENTS,
            Condition.ACKNOWLEDGED,
            Condition.DSCP,
            Condition.TTL);

    @Test
    void callsNothingClosedThatMayBeOpen() {
        assertThat(CiscoDevice.differences(
                        IosEvaluatorTest::numbered,
                        DEVICES,
                        PROBES,
                        (device, probe, rule) -> device.mayReach(probe) && !CiscoDevice.permits(rule)))
                .isEmpty();
    }

    @Test
    void callsNothingOpenForCertainThatIsClosed() {
        assertThat(CiscoDevice.differences(
                        IosEvaluatorTest::numbered,
                        DEVICES,
                        PROBES,
                        (device, probe, rule) ->
                                !device.mayReach(probe) && CiscoDevice.permits(rule) && !rule.isOpaque()))
                .isEmpty();
    }

    @Test
    void doubtsNothingWhereAllIsKnown() {
        assertThat(LongStream.range(0, DEVICES)
                        .filter(seed -> numbered(seed).isCertain())
                        .filter(seed -> CiscoDevice.read(numbered(seed)).hasOpaque()))
                .isEmpty();
    }

    /** The model itself knows both answers, for translated addresses and tunnels too. */
    @Test
    void drawsOpenAndClosedAlike() {
        var open = LongStream.range(0, 200)
                .mapToObj(IosEvaluatorTest::numbered)
                .flatMap(device -> PROBES.stream().filter(device::mayReach))
                .count();

        assertThat(open).isBetween(200L * PROBES.size() / 10, 200L * PROBES.size() * 9 / 10);
    }

    private static CiscoDevice numbered(long seed) {
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
