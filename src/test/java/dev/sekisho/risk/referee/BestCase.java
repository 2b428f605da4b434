package dev.sekisho.risk.referee;

import static dev.sekisho.risk.estate.RandomEstate.TODAY;
import static java.util.Objects.requireNonNullElse;

import dev.sekisho.risk.estate.Agreement;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Classification;
import dev.sekisho.risk.estate.Clause;
import dev.sekisho.risk.estate.DueDiligence;
import dev.sekisho.risk.estate.Environment;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.Access;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Filtering;
import dev.sekisho.risk.estate.link.Firewall;
import dev.sekisho.risk.estate.link.LinkTerms;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.estate.link.Transport;
import dev.sekisho.risk.estate.software.Advisory;
import dev.sekisho.risk.estate.software.Hazard;
import dev.sekisho.risk.estate.software.Impact;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.InstalledVersion;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Verdict;
import dev.sekisho.risk.traffic.rule.RuleSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An estate in which everything unset or unknown is told, and is as good as it can be; what is known stays. So a
 * connection nobody registered is registered, with the login without a check that it is taken to have.
 */
final class BestCase {
    private BestCase() {}

    static Estate of(Estate estate) {
        Estate.Builder next = estate.toBuilder();
        estate.zones().values().forEach(zone -> next.add(best(zone)));
        estate.assets().values().forEach(asset -> next.add(best(asset)));
        estate.thirdParties().values().forEach(party -> next.add(best(party)));
        estate.connectionPoints().values().forEach(point -> next.add(best(point)));
        for (String party : estate.thirdParties().keySet()) {
            WaysIn.unregistered(estate, party).forEach(point -> next.add(best(point)));
        }
        estate.zoneLinks()
                .values()
                .forEach(link -> next.add(link.with(best(link.terms())).with(best(link.filtering()))));
        estate.dataHoldings()
                .values()
                .forEach(held -> next.add(held.with(held.held().worth(requireNonNullElse(held.criticality(), 0)))));
        estate.advisories().values().forEach(advisory -> next.add(best(advisory)));
        for (Installation installation : estate.installations().values()) {
            next.add(best(installation));
            estate.matchesOf(installation.key()).forEach(match -> next.add(best(match)));
        }
        return next.build();
    }

    private static Zone best(Zone zone) {
        Classification known = zone.classification();
        return new Zone(
                zone.key(),
                zone.name(),
                zone.organization(),
                zone.cidrs(),
                new Classification(
                        requireNonNullElse(known.criticality(), 0),
                        known.environment() == Environment.UNKNOWN ? Environment.OFFICE : known.environment(),
                        requireNonNullElse(known.holdsCriticalData(), false)),
                best(zone.monitoring()),
                best(zone.egress()),
                zone.state());
    }

    private static Asset best(Asset asset) {
        return new Asset(
                asset.key(),
                asset.name(),
                asset.zone(),
                asset.addresses(),
                requireNonNullElse(asset.criticality(), 0),
                asset.managedBy(),
                best(asset.monitoring()),
                asset.credentialGroup());
    }

    private static ThirdParty best(ThirdParty party) {
        Agreement full = new Agreement(null, null, Set.of(Clause.values()));
        return party.with(new DueDiligence(
                party.owner(),
                requireNonNullElse(party.agreement(), full),
                requireNonNullElse(party.assessedOn(), TODAY),
                requireNonNullElse(party.subprocessorsDeclared(), 1.0),
                requireNonNullElse(party.externalRating(), 0.0)));
    }

    private static ConnectionPoint best(ConnectionPoint point) {
        return point.withRights(requireNonNullElse(point.privileged(), false))
                .with(best(point.terms()))
                .with(best(point.filtering()));
    }

    private static LinkTerms best(LinkTerms terms) {
        Authentication login = terms.authentication();
        return new LinkTerms(
                terms.transport() == Transport.UNKNOWN ? Transport.DEDICATED_ENCRYPTED : terms.transport(),
                terms.access() == Access.UNKNOWN ? Access.JUST_IN_TIME : terms.access(),
                login == Authentication.UNKNOWN ? Authentication.PHISHING_RESISTANT_MFA : login,
                best(terms.egress()),
                best(terms.monitoring()),
                terms.approvedFlows());
    }

    private static Egress best(Egress egress) {
        return egress == Egress.UNKNOWN ? Egress.DENY_BY_DEFAULT : egress;
    }

    private static Monitoring best(Monitoring known) {
        return new Monitoring(
                requireNonNullElse(known.flowLogsToSiem(), true),
                requireNonNullElse(known.endpointDetection(), true),
                requireNonNullElse(known.alertsWatched24x7(), true),
                requireNonNullElse(known.logRetentionDays(), 9999));
    }

    private static Filtering best(Filtering known) {
        Firewall firewall = known.firewall();
        boolean unknown = firewall.state() == FilterState.UNKNOWN;
        boolean seen = !unknown && firewall.inspectedOn() != null;
        var best = new Firewall(
                        unknown ? FilterState.VERIFIED : firewall.state(),
                        firewall.product(),
                        seen ? firewall.inspectedOn() : TODAY,
                        seen ? firewall.inspectionDueOn() : null,
                        requireNonNullElse(firewall.reviewedOn(), TODAY))
                .rulesStoredOn(firewall.rulesStoredOn());
        return new Filtering(best, best(known.ruleSet()), known.approvedRuleSet());
    }

    /** Rules nobody gave, and a rule nobody can read, may let nothing through. */
    private static RuleSet best(@Nullable RuleSet rules) {
        return rules == null
                ? RuleSet.of()
                : rules.with(
                        rules.rules().stream().filter(rule -> !rule.isOpaque()).toList());
    }

    private static Advisory best(Advisory advisory) {
        Hazard known = advisory.hazard();
        return advisory.knownOn(requireNonNullElse(advisory.knownOn(), TODAY))
                .with(new Hazard(
                        requireNonNullElse(known.cvss(), 0.0),
                        requireNonNullElse(known.epss(), 0.0),
                        known.publicExploit(),
                        known.exploited(),
                        requireNonNullElse(known.automatable(), false),
                        known.impact() == Impact.UNKNOWN ? Impact.PARTIAL : known.impact()));
    }

    private static Installation best(Installation installation) {
        return installation.with(new InstalledVersion(
                installation.version(),
                requireNonNullElse(installation.versionKnownOn(), TODAY),
                installation.endOfLife()));
    }

    /** The estate as it is, where whatever no source can decide is proven. */
    static Estate proving(Estate estate) {
        Estate.Builder next = estate.toBuilder();
        for (String installation : estate.installations().keySet()) {
            estate.matchesOf(installation).stream()
                    .filter(Match::possible)
                    .forEach(match -> next.add(match.judged(Verdict.AFFECTED)));
        }
        return next.build();
    }

    private static Match best(Match known) {
        boolean undecided = known.verdict() == Verdict.UNKNOWN || known.verdict() == Verdict.CONFLICT;
        return new Match(
                known.installation(),
                known.advisory(),
                undecided ? Verdict.NOT_AFFECTED : known.verdict(),
                known.reason(),
                known.fixVersion(),
                known.hasFix() ? requireNonNullElse(known.fixAvailableOn(), TODAY) : null);
    }
}
