package dev.sekisho.ruleset.device;

import dev.sekisho.risk.traffic.Chain;
import dev.sekisho.ruleset.LinkKind;
import dev.sekisho.ruleset.RuleSets.Naming;
import dev.sekisho.ruleset.RuleSets.Place;
import dev.sekisho.ruleset.RuleSets.Reading;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import dev.sekisho.web.problem.Problem;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a new configuration makes of the links that were read from the one before.
 *
 * @param readings what is to be in force at each place
 * @param told how what each link permits changes
 */
record Changes(Map<Place, Reading> readings, Map<Changes.Link, TrafficChange.Told> told) {
    /** So many links are named in one refusal. */
    private static final int NAMED = 100;

    /** A link, whichever its positions. */
    record Link(LinkKind kind, String key) {
        static Link of(Place at) {
            return new Link(at.kind(), at.link());
        }
    }

    /**
     * @param links the places that are read from the device
     * @param inForce the devices of each of their links, as they are in force
     * @throws ProblemException IMPOSSIBLE where links name what is not there any more, and that is to be refused
     */
    static Changes of(DeviceReading next, List<Naming> links, Map<Link, List<Chain.Device>> inForce, Missing missing) {
        var readings = new LinkedHashMap<Place, Reading>();
        var gone = new ArrayList<Problem.FieldError>();
        for (Naming naming : links) {
            try {
                readings.put(naming.at(), next.again(naming));
            } catch (UnsuitableGuard unsuitable) {
                gone.add(new Problem.FieldError(
                        unsuitable.parameter(), named(naming.at()) + ": " + unsuitable.getMessage()));
                readings.put(naming.at(), next.without(naming, unsuitable.getMessage()));
            }
        }
        if (!gone.isEmpty() && missing == Missing.REFUSE) {
            throw ProblemException.of(
                    ProblemType.IMPOSSIBLE,
                    "Nothing was stored: links name what this configuration does not have, " + gone.size()
                            + " of them, the first " + gone.get(0).detail()
                            + ". Send it with missing=NOT_ASSESSABLE to have them count as open until they name something else.",
                    gone.stream().limit(NAMED).toList());
        }
        var told = new LinkedHashMap<Link, TrafficChange.Told>();
        inForce.forEach((link, before) -> told.put(link, TrafficChange.between(before, after(link, before, readings))));
        return new Changes(readings, told);
    }

    private static List<Chain.Device> after(Link link, List<Chain.Device> before, Map<Place, Reading> readings) {
        return before.stream()
                .map(device -> {
                    Reading next = readings.get(new Place(link.kind(), link.key(), device.position()));
                    return next == null ? device : new Chain.Device(device.position(), next.rules(), next.rewriting());
                })
                .toList();
    }

    /** A place in words. */
    static String named(Place at) {
        return at.kind().collection().path() + "/" + at.link() + " at position " + at.position();
    }
}
