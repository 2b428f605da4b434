package dev.sekisho.ruleset.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.ruleset.evaluator.AsaDevice.Policy;
import dev.sekisho.ruleset.evaluator.CiscoAcl.Condition;
import dev.sekisho.ruleset.evaluator.CiscoAcl.Entry;
import dev.sekisho.ruleset.evaluator.CiscoAcl.Place;
import dev.sekisho.ruleset.evaluator.CiscoAcl.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Firewalls made up from numbers: what gets in by the model, and what the reader makes of the text that describes it. */
class AsaEvaluatorTest {

    private static final int DEVICES = 2000;
    private static final List<Probe> PROBES = CiscoDraw.probes();
    private static final List<Condition> CONDITIONS =
            List.of(Condition.LOG, Condition.TIME, Condition.UNHEARD, Condition.INACTIVE);

    @Test
    void callsNothingClosedThatMayBeOpen() {
        assertThat(CiscoDevice.differences(
                        AsaEvaluatorTest::numbered,
                        DEVICES,
                        PROBES,
                        (device, probe, rule) -> device.mayReach(probe) && !CiscoDevice.permits(rule)))
                .isEmpty();
    }

    @Test
    void callsNothingOpenForCertainThatIsClosed() {
        assertThat(CiscoDevice.differences(
                        AsaEvaluatorTest::numbered,
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

    /** The model itself knows both answers. */
    @Test
    void drawsOpenAndClosedAlike() {
        var open = LongStream.range(0, 200)
                .mapToObj(AsaEvaluatorTest::numbered)
                .flatMap(device -> PROBES.stream().filter(device::mayReach))
                .count();

        assertThat(open).isBetween(200L * PROBES.size() / 10, 200L * PROBES.size() * 9 / 10);
    }

    private static CiscoDevice numbered(long seed) {
        var draw = new CiscoDraw(seed);
        var old = draw.chance(50);
        var ipv6 = draw.chance(50);
        var policies = new ArrayList<Policy>();
        return new AsaDevice(
                old,
                draw.chance(90) ? list(draw, old) : null,
                ipv6,
                old && ipv6 && draw.chance(60) ? draw.listOfSix(CONDITIONS) : null,
                draw.chance(30) ? list(draw, false, old) : null,
                draw.chance(80),
                draw.chance(70) ? draw.translations() : List.of(),
                old && draw.chance(40) ? List.of(draw.host(false)) : List.of(),
                tunnels(draw, old, policies),
                policies);
    }

    /** At most one tunnel of a device has the default policy, which is but one. */
    private static List<CiscoTunnel> tunnels(CiscoDraw draw, boolean old, List<Policy> policies) {
        var tunnels = new ArrayList<CiscoTunnel>();
        var count = draw.one(List.of(0, 0, 1, 2));
        CiscoAcl inherited = null;
        for (int i = 0; i < count; i++) {
            var policy = i > 0 && inherited == null
                    ? draw.one(List.of(Policy.OWN, Policy.NONE))
                    : draw.one(List.of(Policy.values()));
            var filter = policy == Policy.NONE || policy == Policy.INHERITED && i == 0 && draw.chance(50)
                    ? null
                    : list(draw, old);
            if (policy == Policy.INHERITED) {
                filter = i == 0 ? filter : inherited;
                inherited = filter;
            }
            policies.add(policy);
            tunnels.add(new CiscoTunnel(draw.carried(true), filter));
        }
        return tunnels;
    }

    private static CiscoAcl list(CiscoDraw draw, boolean old) {
        return list(draw, old, old);
    }

    /** @param outer whether it may speak of addresses before translation */
    private static CiscoAcl list(CiscoDraw draw, boolean outer, boolean old) {
        var any = old || draw.chance(30) ? Place.ANY4 : Place.ANY;
        var entries = new ArrayList<Entry>(draw.list(any, outer, CONDITIONS).entries());
        if (!old && draw.chance(30)) {
            entries.add(0, draw.six(CONDITIONS));
        }
        return new CiscoAcl(entries);
    }
}
