package dev.sekisho.ruleset.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.ruleset.evaluator.CiscoAcl.Probe;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What gets in by the model of a device, and what the reader makes of the text that describes it. */
abstract class CiscoEvaluatorCases {
    private static final int DEVICES = 2000;
    private static final List<Probe> PROBES = CiscoDraw.probes();

    /** The device made up from a number. */
    abstract CiscoDevice numbered(long seed);

    @Test
    void callsNothingClosedThatMayBeOpen() {
        assertThat(CiscoDevice.differences(
                        this::numbered,
                        DEVICES,
                        PROBES,
                        (device, probe, rule) -> device.mayReach(probe) && !CiscoDevice.permits(rule)))
                .isEmpty();
    }

    @Test
    void callsNothingOpenForCertainThatIsClosed() {
        assertThat(CiscoDevice.differences(
                        this::numbered,
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
                .mapToObj(this::numbered)
                .flatMap(device -> PROBES.stream().filter(device::mayReach))
                .count();

        assertThat(open).isBetween(200L * PROBES.size() / 10, 200L * PROBES.size() * 9 / 10);
    }
}
