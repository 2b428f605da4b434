package dev.sekisho.risk.rule.monitoring;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.path.Target;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.ZoneSituation;
import java.util.List;
import java.util.stream.Stream;

/** MON-04: at night nobody looks at the alerts of a zone that must not be lost. */
final class NoRoundTheClockAlerting implements FindingRule.OnZone {
    private static final RuleReference REFERENCE = new RuleReference(
            "MON-04",
            "NO_24X7_ALERTING",
            "Alerts of a critical zone not watched around the clock",
            "Medium, for zones of criticality 80 or more or of unknown criticality.",
            """
            Ransomware is started at night and on holidays because nobody is there: Kaseya's customers were hit on the
            Friday before the Fourth of July 2021. An alert that is read on Monday is a record, not a defence.""",
            """
            Have the alerts of the zone watched day and night, by our own people or a service, with somebody on call who
            may cut a link.""",
            List.of(
                    "NIST SP 800-53r5 IR-4",
                    "NIST SP 800-53r5 SI-4(5)",
                    "NIST CSF 2.0 DE.AE-02",
                    "ISO/IEC 27001:2022 A.8.16",
                    "PCI DSS 4.0.1 12.10.3",
                    "DORA Art. 10",
                    "IEC 62443-3-3 SR 6.2"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public AcceptanceScope scope(ZoneSituation at, String cause) {
        return AcceptanceScope.BARE.and("criticality", at.zone().weight());
    }

    @Override
    public Stream<Finding> judge(ZoneSituation at) {
        Zone zone = at.zone();
        boolean missing = zone.weight() >= Target.CROWN && !zone.monitoring().watched();
        return missing ? Stream.of(finding(at, zone)) : Stream.empty();
    }

    private Finding finding(ZoneSituation at, Zone zone) {
        String criticality =
                zone.criticality() == null ? "unknown" : zone.criticality().toString();
        return findings.on(
                at,
                Severity.MEDIUM,
                "The alerts of the zone " + zone.name() + " (criticality " + criticality
                        + ") are not known to be watched around the clock.",
                Evidence.of("criticality", zone.criticality())
                        .and("alertsWatched24x7", zone.monitoring().alertsWatched24x7()));
    }
}
