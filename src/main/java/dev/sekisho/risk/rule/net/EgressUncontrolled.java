package dev.sekisho.risk.rule.net;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.LinkSituation;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.Scopes;
import dev.sekisho.risk.rule.ZoneSituation;
import java.util.List;
import java.util.stream.Stream;

/** NET-12: what may leave is not decided; where a third party lands it is an intruder's way home. */
final class EgressUncontrolled implements FindingRule.OnLink, FindingRule.OnZone {
    private static final RuleReference REFERENCE = new RuleReference(
            "NET-12",
            "EGRESS_UNCONTROLLED",
            "Outgoing traffic not controlled",
            """
            High where a third party lands without outgoing control, with a mere blocklist, or unknown; Medium elsewhere
            and where control is partial. A third party lands over a connection point, in every zone its rules lead to, and
            on hosts it runs without one. Of a link the worse counts of what it lets out and what its zone does.""",
            """
            An intruder needs a way out as much as a way in: to fetch tools, to be steered and to carry data off. The
            backdoor in SolarWinds Orion in 2020 stayed without effect on servers that could not reach the internet. A
            blocklist names only the addresses of yesterday's intruder.""",
            """
            Deny outgoing traffic by default and permit the few destinations the servers need, by name or address, with
            the denied attempts logged.""",
            List.of(
                    "NIST SP 800-53r5 SC-7(5)",
                    "NIST SP 800-53r5 SC-7(9)",
                    "NIST CSF 2.0 PR.IR-01",
                    "ISO/IEC 27001:2022 A.8.12",
                    "ISO/IEC 27001:2022 A.8.20",
                    "PCI DSS 4.0.1 1.3.2",
                    "CIS Controls v8.1 13.4",
                    "IEC 62443-3-3 SR 5.2"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public AcceptanceScope scope(LinkSituation at, String cause) {
        return Scopes.of(at).upTo("egress", worse(at), Scopes.EGRESS);
    }

    @Override
    public AcceptanceScope scope(ZoneSituation at, String cause) {
        AcceptanceScope zone = AcceptanceScope.BARE.upTo("egress", at.zone().egress(), Scopes.EGRESS);
        return at.thirdPartyLanding() ? zone.and("third parties land here") : zone;
    }

    @Override
    public Stream<Finding> judge(LinkSituation at) {
        Egress egress = worse(at);
        if (egress == Egress.DENY_BY_DEFAULT) {
            return Stream.empty();
        }
        // Whoever is held at the link goes out by the zone.
        boolean byLink = egress == at.link().egress();
        return Stream.of(findings.on(
                at,
                severity(egress, at.fromThirdParty()),
                "",
                "What leaves the zone " + at.landing().name() + (byLink ? " towards " + at.otherSide() : "") + " "
                        + words(egress) + ".",
                Evidence.of("egress", egress)
                        .and("egressOfLink", at.link().egress())
                        .and("egressOfZone", at.landing().egress())));
    }

    private static Egress worse(LinkSituation at) {
        return at.link().egress().worse(at.landing().egress());
    }

    private static Severity severity(Egress egress, boolean thirdParty) {
        return thirdParty && egress != Egress.PARTIAL ? Severity.HIGH : Severity.MEDIUM;
    }

    @Override
    public Stream<Finding> judge(ZoneSituation at) {
        Egress egress = at.zone().egress();
        if (egress == Egress.DENY_BY_DEFAULT) {
            return Stream.empty();
        }
        return Stream.of(findings.on(
                at,
                severity(egress, at.thirdPartyLanding()),
                "What leaves the zone " + at.zone().name() + " " + words(egress) + ".",
                Evidence.of("egress", egress).and("thirdPartyLanding", at.thirdPartyLanding())));
    }

    private static String words(Egress egress) {
        return switch (egress) {
            case PARTIAL -> "is controlled only in part";
            case BLOCKLIST -> "is held by a blocklist alone, so every new address is open";
            case NONE -> "is not controlled at all";
            default -> "is controlled in a way nobody has stated, which counts as not at all";
        };
    }
}
