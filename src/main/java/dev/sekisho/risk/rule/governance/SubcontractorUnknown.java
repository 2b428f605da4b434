package dev.sekisho.risk.rule.governance;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.ThirdPartyKind;
import dev.sekisho.risk.estate.ThirdPartyState;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.ThirdPartySituation;
import java.util.List;
import java.util.stream.Stream;

/** GOV-07: somebody works for a third party, and nobody knows who, or for whom a subcontractor works. */
final class SubcontractorUnknown implements FindingRule.OnThirdParty {
    private static final RuleReference REFERENCE = new RuleReference(
            "GOV-07",
            "SUBCONTRACTOR_UNKNOWN",
            "Subcontractors not fully known",
            "Medium.",
            """
            Who works for a third party works on our data and connections, and an intrusion there is one here. In 2022 a
            contractor of the city of Amagasaki lost a storage device with the data of all its citizens; the man who lost
            it worked for a subcontractor of a subcontractor that the city had not been told of. Unknown means: the share
            of its subcontractors that a third party declared is not recorded or is less than 1, or it is registered as a
            subcontractor and nobody says of whom. One that has none has declared all of them: 1.""",
            """
            Have the third party list whoever works for it on what concerns us, record the share, and register each with
            the third party it works for.""",
            List.of(
                    "NIST SP 800-53r5 SR-2",
                    "NIST SP 800-53r5 SR-4",
                    "NIST SP 800-53r5 SA-9",
                    "NIST CSF 2.0 GV.SC-04",
                    "NIST CSF 2.0 GV.SC-05",
                    "ISO/IEC 27001:2022 A.5.19",
                    "ISO/IEC 27001:2022 A.5.21",
                    "CIS Controls v8.1 15.1",
                    "DORA Art. 29(2)",
                    "DORA Art. 30(2)(a)"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public AcceptanceScope scope(ThirdPartySituation at, String cause) {
        AcceptanceScope scope = AcceptanceScope.BARE.and("undeclared percent", undeclared(at.thirdParty()));
        return isOrphan(at.thirdParty()) ? scope.and("of nobody") : scope;
    }

    @Override
    public Stream<Finding> judge(ThirdPartySituation at) {
        ThirdParty party = at.thirdParty();
        boolean known = undeclared(party) == 0 && !isOrphan(party);
        return known || party.state() == ThirdPartyState.OFFBOARDED ? Stream.empty() : Stream.of(finding(at));
    }

    /** Rounded up, so that the last missing one is still missing. */
    private static int undeclared(ThirdParty party) {
        Double declared = party.subprocessorsDeclared();
        return declared == null ? 100 : (int) Math.ceil(100 * (1 - declared));
    }

    private static boolean isOrphan(ThirdParty party) {
        return party.kind() == ThirdPartyKind.SUBCONTRACTOR && party.parent() == null;
    }

    private Finding finding(ThirdPartySituation at) {
        ThirdParty party = at.thirdParty();
        return findings.on(
                at,
                Severity.MEDIUM,
                "",
                String.join(
                                ", and ",
                                Stream.concat(ofParty(party), above(party)).toList()) + ".",
                Evidence.of("subprocessorsDeclared", party.subprocessorsDeclared())
                        .and("kind", party.kind())
                        .and("parent", party.parent() == null ? "none" : party.parent()));
    }

    private static Stream<String> ofParty(ThirdParty party) {
        Double declared = party.subprocessorsDeclared();
        if (undeclared(party) == 0) {
            return Stream.empty();
        }
        return Stream.of(
                declared == null
                        ? party.name() + " has not said who works for it"
                        : party.name() + " has declared " + Math.round(Math.floor(100 * declared))
                                + " % of those who work for it");
    }

    private static Stream<String> above(ThirdParty party) {
        return isOrphan(party) ? Stream.of(party.name() + " is a subcontractor of nobody knows whom") : Stream.empty();
    }
}
