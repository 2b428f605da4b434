package dev.sekisho.risk.rule.net;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.link.ApprovedFlow;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.LinkSituation;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.Scopes;
import dev.sekisho.risk.traffic.rule.Decision;
import dev.sekisho.risk.traffic.rule.Flow;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** NET-06: traffic is permitted that nobody approved, or approved by nobody, for nothing, or for ever. */
final class UnapprovedFlow implements FindingRule.OnLink {
    private static final RuleReference REFERENCE = new RuleReference(
            "NET-06",
            "UNAPPROVED_FLOW",
            "Unapproved or half-approved flow",
            "Medium, once for permitted traffic that no approval covers and once for incomplete approvals.",
            """
            What nobody approved nobody watches and nobody will close. An approval without an owner, a need or an end
            is no better: it is how the access for one project is still open ten years later. ICMP needs no approval.""",
            """
            Approve the traffic with owner, need and expiry, or take the rule out that permits it. Complete the
            approvals that lack one of the three.""",
            List.of(
                    "NIST SP 800-53r5 CA-3",
                    "NIST SP 800-53r5 CM-7(1)",
                    "NIST SP 800-53r5 SC-7(4)",
                    "NIST CSF 2.0 ID.AM-03",
                    "ISO/IEC 27001:2022 A.8.20",
                    "ISO/IEC 27001:2022 A.8.21",
                    "PCI DSS 4.0.1 1.2.5",
                    "CIS Controls v8.1 4.2"));

    private static final String TRAFFIC = "traffic";

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public AcceptanceScope scope(LinkSituation at, String cause) {
        return cause.equals(TRAFFIC) ? trafficScope(at) : approvalScope(at);
    }

    private static AcceptanceScope trafficScope(LinkSituation at) {
        return at.measured()
                .map(traffic ->
                        Scopes.of(at).and("unapproved", traffic.question().unapproved()))
                .orElseGet(() -> Scopes.of(at));
    }

    private static AcceptanceScope approvalScope(LinkSituation at) {
        List<ApprovedFlow> incomplete = incomplete(at);
        return Scopes.of(at)
                .andAll("no owner of", lacking(incomplete, ApprovedFlow::owner))
                .andAll("no need of", lacking(incomplete, ApprovedFlow::need))
                .andAll("no expiry of", lacking(incomplete, ApprovedFlow::expiresOn));
    }

    private static List<Flow> lacking(List<ApprovedFlow> flows, Function<ApprovedFlow, @Nullable Object> what) {
        return flows.stream()
                .filter(flow -> what.apply(flow) == null)
                .map(ApprovedFlow::flow)
                .toList();
    }

    private static List<ApprovedFlow> incomplete(LinkSituation at) {
        return at.link().approvedFlows().stream()
                .filter(flow -> !flow.complete())
                .toList();
    }

    @Override
    public Stream<Finding> judge(LinkSituation at) {
        return Stream.concat(traffic(at), approvals(at));
    }

    private Stream<Finding> traffic(LinkSituation at) {
        return at
                .measured()
                .filter(traffic -> !traffic.unapproved().isEmpty())
                .map(traffic -> unapproved(at, traffic.unapproved()))
                .stream();
    }

    private Finding unapproved(LinkSituation at, List<Decision> witnesses) {
        Decision first = witnesses.get(0);
        return findings.on(
                at,
                Severity.MEDIUM,
                TRAFFIC,
                "The firewall between " + at.sides() + " permits traffic that nobody approved: " + first.packetInWords()
                        + ".",
                Evidence.none().andWitness(first).andAll("unapproved", witnesses));
    }

    private Stream<Finding> approvals(LinkSituation at) {
        List<ApprovedFlow> incomplete = incomplete(at);
        return incomplete.isEmpty() ? Stream.empty() : Stream.of(incomplete(at, incomplete));
    }

    private Finding incomplete(LinkSituation at, List<ApprovedFlow> flows) {
        return findings.on(
                at,
                Severity.MEDIUM,
                "approvals",
                "Between " + at.sides() + " " + words(flows.size()) + " without an owner, a need or an expiry: "
                        + text(flows.get(0)) + ".",
                Evidence.none()
                        .andAll(
                                "incomplete",
                                flows.stream().map(UnapprovedFlow::text).toList()));
    }

    private static String words(int count) {
        return count == 1 ? "1 approved flow is" : count + " approved flows are";
    }

    private static String text(ApprovedFlow approved) {
        String lacks = (approved.owner() == null ? ", no owner" : "")
                + (approved.need() == null ? ", no need" : "")
                + (approved.expiresOn() == null ? ", no expiry" : "");
        return approved.flow() + lacks;
    }
}
