package dev.sekisho.risk.rule.access;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Crown;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.LinkSituation;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.Scopes;
import dev.sekisho.risk.rule.SharedLogins;
import java.util.List;
import java.util.stream.Stream;

/** ACC-02: one login opens more than one door, or serves more than one person. */
final class SharedCredential implements FindingRule.OnLink {
    private static final RuleReference REFERENCE = new RuleReference(
            "ACC-02",
            "SHARED_CREDENTIAL",
            "Shared credential",
            "High, once for the link itself and for each password or identity provider on its way that is shared.",
            """
            A shared account tells nobody who came in, outlives everyone who leaves, and opens every door it is used
            for. At Osaka General Medical Center in 2022 servers had the same administrator's password, so that one
            stolen from the first was the key to all of them. An identity provider that several third parties trust is such a
            key as well: who breaks it comes in as any of them.""",
            """
            Give each person of the third party an account of their own and each host a password of its own, withdraw
            the shared one, and change every password it was known with. Ask third parties that share an identity
            provider for accounts of ours, or for a second factor that is not kept there.""",
            List.of(
                    "NIST SP 800-53r5 AC-2",
                    "NIST SP 800-53r5 IA-2(5)",
                    "NIST CSF 2.0 PR.AA-01",
                    "ISO/IEC 27001:2022 A.5.16",
                    "ISO/IEC 27001:2022 A.5.17",
                    "PCI DSS 4.0.1 8.2.2",
                    "CIS Controls v8.1 5.2",
                    "IEC 62443-3-3 SR 1.1"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public AcceptanceScope scope(LinkSituation at, String cause) {
        return at.kept().logins().stream()
                .filter(login -> login.key().equals(cause))
                .map(login -> Scopes.privileged(at).andAll("opens", login.opens()))
                .findFirst()
                .orElseGet(() -> Scopes.privileged(at));
    }

    @Override
    public Stream<Finding> judge(LinkSituation at) {
        return Stream.concat(
                at
                        .connectionPoint()
                        .filter(point -> point.authentication() == Authentication.SHARED)
                        .map(point -> byPeople(at, point))
                        .stream(),
                at.kept().logins().stream().map(login -> byDoors(at, login)));
    }

    private Finding byPeople(LinkSituation at, ConnectionPoint point) {
        return findings.on(
                at,
                Severity.HIGH,
                "",
                "The people of " + at.otherSide() + " share one credential for the zone "
                        + at.landing().name() + ", so nobody can tell who came in.",
                Evidence.of("authentication", point.authentication()));
    }

    private Finding byDoors(LinkSituation at, SharedLogins.Login login) {
        String what = switch (login.kind()) {
            case CREDENTIAL_GROUP -> "The password of the credential group " + login.name();
            case IDENTITY_PROVIDER -> "The identity provider " + login.name();
        };
        return findings.on(
                at,
                Severity.HIGH,
                login.key(),
                what + ", which " + at.otherSide() + " meets in the zone "
                        + at.landing().name() + ", opens " + login.opens().size() + " doors: "
                        + Crown.listed(List.copyOf(login.opens())) + ".",
                Evidence.of("shared", login.key())
                        .and("count", login.opens().size())
                        .andAll("opens", login.opens()));
    }
}
