package dev.sekisho.risk.referee;

import java.util.List;
import java.util.Map;

/**
 * A way in of a third party, as section 6 of the model's description says.
 *
 * @param name what it is, among all ways of everybody
 * @param thirdParty who comes in by it
 * @param lines E, P and S by the codes of their lines, in milli-points
 */
record Way(String name, String thirdParty, List<Landing> landings, Map<String, Integer> lines) {

    /** The same way for a subcontractor of who has it, who has to take over what that one does for us. */
    Way of(String subcontractor) {
        String label = "operations " + thirdParty;
        return new Way(
                name + " through " + thirdParty,
                subcontractor,
                landings.stream().map(landing -> landing.costing(label)).toList(),
                lines);
    }
}
