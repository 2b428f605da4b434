package dev.sekisho.risk.rule.access;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.LinkSituation;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.Scopes;
import java.util.List;
import java.util.stream.Stream;

/** ACC-01: a third party gets in with one factor. An exemption from the second one counts as none. */
final class RemoteAccessWithoutMfa implements FindingRule.OnLink {
    private static final RuleReference REFERENCE = new RuleReference(
            "ACC-01",
            "REMOTE_ACCESS_WITHOUT_MFA",
            "Remote access without a second factor",
            "Critical with administrator's rights or when those are unknown; otherwise High.",
            """
            A password taken from a third party works from anywhere, and we never see it being taken. Change Healthcare
            in 2024 and Colonial Pipeline in 2021 were both entered through a remote access that asked for no second
            factor. One exempted account is enough, so exemptions count as none. A mutual certificate passes on a link
            between machines without administrator's rights, where there is no person to ask for a second factor.""",
            """
            Ask for a phishing-resistant second factor at every use of the access and remove the exemptions. Where
            machines talk to each other, use mutual certificates and take administrator's rights away.""",
            List.of(
                    "NIST SP 800-53r5 AC-17",
                    "NIST SP 800-53r5 IA-2(1)",
                    "NIST SP 800-53r5 IA-2(2)",
                    "NIST SP 800-53r5 MA-4",
                    "NIST CSF 2.0 PR.AA-03",
                    "ISO/IEC 27001:2022 A.8.5",
                    "PCI DSS 4.0.1 8.4.3",
                    "CIS Controls v8.1 6.4",
                    "CIS Controls v8.1 6.5",
                    "NIS2 Art. 21(2)(j)",
                    "DORA Art. 9(4)(d)",
                    "IEC 62443-3-3 SR 1.13"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public AcceptanceScope scope(LinkSituation at, String cause) {
        return Scopes.privileged(at).upTo("authentication", at.link().authentication(), Scopes.AUTHENTICATION);
    }

    @Override
    public Stream<Finding> judge(LinkSituation at) {
        return at.connectionPoint().filter(RemoteAccessWithoutMfa::oneFactor).map(point -> finding(at, point)).stream();
    }

    private static boolean oneFactor(ConnectionPoint point) {
        boolean machines = point.authentication() == Authentication.MUTUAL_CERTIFICATE && !point.grantsPrivilege();
        return !point.authentication().multiFactor() && !machines;
    }

    private Finding finding(LinkSituation at, ConnectionPoint point) {
        String rights = point.grantsPrivilege() ? " with administrator's rights" : "";
        String assumed = point.privileged() == null ? " (assumed, since nobody has stated them)" : "";
        return findings.on(
                at,
                point.grantsPrivilege() ? Severity.CRITICAL : Severity.HIGH,
                "",
                at.otherSide() + " enters the zone " + at.landing().name() + rights + assumed
                        + " without a second factor at every use: authentication is " + point.authentication() + ".",
                Evidence.of("authentication", point.authentication()).and("privileged", point.privileged()));
    }
}
