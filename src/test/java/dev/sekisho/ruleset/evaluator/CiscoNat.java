package dev.sekisho.ruleset.evaluator;

import dev.sekisho.ruleset.evaluator.CiscoAcl.Place;
import dev.sekisho.ruleset.evaluator.CiscoAcl.Probe;
import java.util.List;
import java.util.Optional;

/**
 * A fixed translation as a model: of a host, of one port of it, or of a network of 256 addresses.
 *
 * @param protocol 0 if ports do not matter
 */
record CiscoNat(Place outer, Place inner, int protocol, int outerPort, int innerPort) {

    static CiscoNat host(String outer, String inner) {
        return new CiscoNat(new Place(outer, 32), new Place(inner, 32), 0, 0, 0);
    }

    static CiscoNat port(String outer, int outerPort, String inner, int innerPort) {
        return new CiscoNat(new Place(outer, 32), new Place(inner, 32), 6, outerPort, innerPort);
    }

    static CiscoNat network(String outer, String inner) {
        return new CiscoNat(new Place(outer, 24), new Place(inner, 24), 0, 0, 0);
    }

    boolean isPort() {
        return protocol != 0;
    }

    boolean takes(Probe sent) {
        return outer.contains(sent.destination())
                && (!isPort() || sent.protocol() == protocol && sent.port() == outerPort);
    }

    /** It is the one that answers from here are translated by. */
    boolean hides(Probe real) {
        return inner.contains(real.destination())
                && (!isPort() || real.protocol() == protocol && real.port() == innerPort);
    }

    /** How a partner has to address it to arrive there. */
    Optional<Probe> sent(Probe real) {
        if (!hides(real)) {
            return Optional.empty();
        }
        var last = real.destination().substring(real.destination().lastIndexOf('.'));
        var address = outer.isHost()
                ? outer.address()
                : outer.address().substring(0, outer.address().lastIndexOf('.')) + last;
        return Optional.of(real.to(address, isPort() ? outerPort : real.port()));
    }

    /** The first of them that takes it. */
    static Optional<CiscoNat> first(List<CiscoNat> all, Probe sent) {
        return all.stream().filter(one -> one.takes(sent)).findFirst();
    }
}
