package dev.sekisho.risk.estate.link;

import java.util.List;

/**
 * How a link may be used, and what is seen of it.
 *
 * @param access when it is open at all
 * @param egress what may leave the landing side
 */
public record LinkTerms(
        Transport transport,
        Access access,
        Authentication authentication,
        Egress egress,
        Monitoring monitoring,
        List<ApprovedFlow> approvedFlows) {

    public static final LinkTerms UNKNOWN = new LinkTerms(
            Transport.UNKNOWN, Access.UNKNOWN, Authentication.UNKNOWN, Egress.UNKNOWN, Monitoring.UNKNOWN, List.of());

    public LinkTerms {
        approvedFlows = List.copyOf(approvedFlows);
    }

    public LinkTerms with(Transport other) {
        return new LinkTerms(other, access, authentication, egress, monitoring, approvedFlows);
    }

    public LinkTerms with(Access other) {
        return new LinkTerms(transport, other, authentication, egress, monitoring, approvedFlows);
    }

    public LinkTerms with(Authentication other) {
        return new LinkTerms(transport, access, other, egress, monitoring, approvedFlows);
    }

    public LinkTerms with(Egress other) {
        return new LinkTerms(transport, access, authentication, other, monitoring, approvedFlows);
    }

    public LinkTerms with(Monitoring other) {
        return new LinkTerms(transport, access, authentication, egress, other, approvedFlows);
    }

    public LinkTerms approving(List<ApprovedFlow> flows) {
        return new LinkTerms(transport, access, authentication, egress, monitoring, flows);
    }
}
