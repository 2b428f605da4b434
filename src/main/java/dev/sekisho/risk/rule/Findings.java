package dev.sekisho.risk.rule;

import dev.sekisho.risk.Severity;
import dev.sekisho.risk.Subject;
import dev.sekisho.risk.estate.ConnectionPoint;
import java.util.Map;
import java.util.TreeMap;

/** Starts a finding of one rule; the subject's relations are filled in from the estate. */
final class Findings {
    private final RuleReference reference;

    Findings(RuleReference reference) {
        this.reference = reference;
    }

    Finding onLink(LinkSituation at, Severity severity, String cause, String detail, Map<String, String> evidence) {
        String zone = at.link().zone();
        boolean point = at.link() instanceof ConnectionPoint;
        return new Finding(
                reference.code(),
                severity,
                new Subject(
                        point ? Subject.Kind.CONNECTION_POINT : Subject.Kind.ZONE_LINK,
                        at.link().key()),
                cause,
                detail,
                new TreeMap<>(evidence),
                at.link() instanceof ConnectionPoint connection ? connection.thirdParty() : null,
                point ? at.link().key() : null,
                zone,
                at.estate().zones().get(zone).organization());
    }
}
