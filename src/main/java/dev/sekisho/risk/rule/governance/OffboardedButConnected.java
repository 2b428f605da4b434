package dev.sekisho.risk.rule.governance;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.ThirdPartyState;
import dev.sekisho.risk.estate.ZoneState;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.OtherWay;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.ThirdPartySituation;
import dev.sekisho.risk.rule.ZoneSituation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** GOV-05: the relation, or the use of the zone, has ended and the connection has not. */
final class OffboardedButConnected implements FindingRule.OnThirdParty, FindingRule.OnZone {
    private static final RuleReference REFERENCE = new RuleReference(
            "GOV-05",
            "OFFBOARDED_BUT_CONNECTED",
            "Offboarded third party or retired zone still connected",
            """
            Critical: for each connection point of the third party that is up, once for all its other ways in, and once for
            a zone that is RETIRING or RETIRED.""",
            """
            Nobody watches the connection of a third party that is gone, nobody there feels bound, and its passwords are
            in the hands of people who left. There is no need to weigh against the risk. A cut that was only declared
            counts as up. A third party without a connection may still be there: with software of it that is in use, with
            hosts that it runs, with what it holds for us until its deletion is proven, or as a subcontractor of somebody
            who is connected. A network that is given up is patched by nobody and still leads to the others.""",
            """
            Cut the connection today, withdraw the third party's accounts and keys, have the cut verified, and retire
            the connection point. Take its software out of use, give its hosts to somebody else, have a proof that it has
            deleted everything, and have whom it worked for confirm that it does no more. Cut every link of a zone that goes out of use, before its hosts are switched off.""",
            List.of(
                    "NIST SP 800-53r5 AC-2(3)",
                    "NIST SP 800-53r5 PS-7",
                    "NIST CSF 2.0 GV.SC-10",
                    "ISO/IEC 27001:2022 A.5.18",
                    "ISO/IEC 27001:2022 A.5.20",
                    "CIS Controls v8.1 6.2",
                    "CIS Controls v8.1 15.7",
                    "DORA Art. 28(8)"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public AcceptanceScope scope(ThirdPartySituation at, String cause) {
        if (cause.isEmpty()) {
            return AcceptanceScope.BARE.andAll("way", keys(at));
        }
        return at.live().stream()
                .filter(point -> point.key().equals(cause))
                .map(point -> AcceptanceScope.BARE.and("lands in zone " + point.zone()))
                .findFirst()
                .orElse(AcceptanceScope.BARE);
    }

    @Override
    public Stream<Finding> judge(ThirdPartySituation at) {
        return at.thirdParty().state() == ThirdPartyState.OFFBOARDED
                ? Stream.concat(at.live().stream().map(point -> finding(at, point)), otherwise(at))
                : Stream.empty();
    }

    private Stream<Finding> otherwise(ThirdPartySituation at) {
        return at.otherWays().isEmpty()
                ? Stream.empty()
                : Stream.of(findings.on(
                        at,
                        Severity.CRITICAL,
                        "",
                        at.thirdParty().name()
                                + " is offboarded, but still gets in over no connection point of its own: "
                                + OtherWay.words(at.otherWays()) + ".",
                        Evidence.of("count", at.otherWays().size()).andAll("ways", keys(at))));
    }

    private static List<String> keys(ThirdPartySituation at) {
        return at.otherWays().stream().map(OtherWay::key).toList();
    }

    @Override
    public AcceptanceScope scope(ZoneSituation at, String cause) {
        AcceptanceScope linked = AcceptanceScope.BARE.andAll("connected over", links(at));
        return landsOtherwise(at) ? linked.and("third parties land here by rules or on hosts they run") : linked;
    }

    /** Not over a connection point that is registered here. */
    private static boolean landsOtherwise(ZoneSituation at) {
        return at.zone().state() != ZoneState.ACTIVE
                && at.thirdPartyLanding()
                && at.stillConnected().stream().noneMatch(ConnectionPoint.class::isInstance);
    }

    @Override
    public Stream<Finding> judge(ZoneSituation at) {
        return at.stillConnected().isEmpty() && !landsOtherwise(at) ? Stream.empty() : Stream.of(finding(at));
    }

    private Finding finding(ZoneSituation at) {
        boolean retired = at.zone().state() == ZoneState.RETIRED;
        return findings.on(
                at,
                Severity.CRITICAL,
                "The zone " + at.zone().name() + (retired ? " is retired" : " is being retired") + ", but "
                        + String.join(", and ", why(at)) + ".",
                Evidence.of("state", at.zone().state()).andAll("links", links(at)));
    }

    private static List<String> why(ZoneSituation at) {
        var why = new ArrayList<String>();
        int up = at.stillConnected().size();
        if (up > 0) {
            why.add(up + (up == 1 ? " link of it is" : " links of it are") + " still up");
        }
        if (landsOtherwise(at)) {
            why.add("third parties still land in it, by the rules of links elsewhere or on hosts they run");
        }
        return why;
    }

    private static List<String> links(ZoneSituation at) {
        return at.stillConnected().stream()
                .map(link -> {
                    Subject subject = Subject.of(link);
                    return subject.kind() + " " + subject.key();
                })
                .toList();
    }

    private Finding finding(ThirdPartySituation at, ConnectionPoint point) {
        String declared = point.state() == LinkState.CUT_DECLARED ? "; its cut was declared, but not verified." : ".";
        return findings.on(
                at,
                point,
                Severity.CRITICAL,
                at.thirdParty().name() + " is offboarded, but its connection " + point.name() + " is still up"
                        + declared,
                Evidence.of("state", point.state()));
    }
}
