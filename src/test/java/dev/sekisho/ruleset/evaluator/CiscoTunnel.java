package dev.sekisho.ruleset.evaluator;

import dev.sekisho.ruleset.evaluator.CiscoAcl.Probe;
import org.jspecify.annotations.Nullable;

/**
 * A tunnel as a model: its list names the local side first.
 *
 * @param filter what decides about packets that come out of it; null where nothing does
 */
record CiscoTunnel(CiscoAcl carried, @Nullable CiscoAcl filter) {

    boolean mayLetIn(Probe sent) {
        return carried.mayPass(new Probe(sent.destination(), sent.source(), sent.protocol(), 0))
                && (filter == null || filter.mayPass(sent));
    }
}
