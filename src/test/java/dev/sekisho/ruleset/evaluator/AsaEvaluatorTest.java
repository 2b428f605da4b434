package dev.sekisho.ruleset.evaluator;

import dev.sekisho.ruleset.evaluator.AsaDevice.Policy;
import dev.sekisho.ruleset.evaluator.CiscoAcl.Condition;
import dev.sekisho.ruleset.evaluator.CiscoAcl.Entry;
import dev.sekisho.ruleset.evaluator.CiscoAcl.Place;
import java.util.ArrayList;
import java.util.List;

/** Firewalls made up from numbers. */
class AsaEvaluatorTest extends CiscoEvaluatorCases {
    private static final List<Condition> CONDITIONS =
            List.of(Condition.LOG, Condition.TIME, Condition.UNHEARD, Condition.INACTIVE);

    @Override
    CiscoDevice numbered(long seed) {
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
