package dev.sekisho.connection;

import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.web.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What cannot be true of a link, whichever kind. */
final class LinkChecks {
    private LinkChecks() {}

    static List<Problem.FieldError> of(LinkView said, @Nullable LinkEntity stored) {
        FirewallView firewall = said.firewall();
        List<FlowView> flows = said.approvedFlows();
        var errors = new ArrayList<Problem.FieldError>();
        if (firewall != null) {
            errors.addAll(firewall.impossible());
        }
        if (flows != null) {
            for (int i = 0; i < flows.size(); i++) {
                if (flows.get(i).portsWithoutProtocol()) {
                    errors.add(new Problem.FieldError(
                            "/approvedFlows/" + i + "/destinationPorts", "only TCP and UDP have ports"));
                }
            }
        }
        if (said.state() == LinkState.RETIRED && !mayRetire(stored)) {
            errors.add(
                    new Problem.FieldError("/state", "can be RETIRED only after the cut was verified (CUT_VERIFIED)"));
        }
        return errors;
    }

    /** Otherwise retiring would take the risk away without anybody having looked. */
    private static boolean mayRetire(@Nullable LinkEntity stored) {
        return stored != null && (stored.state == LinkState.CUT_VERIFIED || stored.state == LinkState.RETIRED);
    }
}
