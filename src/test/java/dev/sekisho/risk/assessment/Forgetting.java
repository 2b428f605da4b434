package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Classification;
import dev.sekisho.risk.estate.DataExit;
import dev.sekisho.risk.estate.DataHolding;
import dev.sekisho.risk.estate.DueDiligence;
import dev.sekisho.risk.estate.Environment;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Safeguards;
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
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.estate.software.Advisory;
import dev.sekisho.risk.estate.software.Impact;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.InstalledVersion;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Use;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.estate.software.Verdict;
import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Random;

/**
 * Loses single facts. EPSS is left alone: the model has a prior for it, which may lie below the truth. So is who runs,
 * supplies or works for what: without that there is a way in less.
 */
final class Forgetting {
    private final Random random;

    Forgetting(Random random) {
        this.random = random;
    }

    Estate oneFact(Estate estate) {
        Estate.Builder next = estate.toBuilder();
        Estate.Builder changed = switch (random.nextInt(9)) {
            case 0 -> next.add(of(one(estate.connectionPoints().values()), estate));
            case 1 -> next.add(of(one(estate.zoneLinks().values())));
            case 2 -> next.add(of(one(estate.zones().values())));
            case 3 -> next.add(of(one(estate.assets().values())));
            case 4 -> next.add(of(one(estate.thirdParties().values())));
            case 5 -> next.add(of(one(estate.advisories().values())));
            case 6 -> next.add(of(one(estate.installations().values())));
            case 7 -> next.add(of(one(estate.dataHoldings().values())));
            default ->
                next.add(of(one(estate.installations().values().stream()
                        .flatMap(installation -> estate.matchesOf(installation.key()).stream())
                        .toList())));
        };
        return changed.build();
    }

    private <T> T one(Collection<T> facts) {
        return List.copyOf(facts).get(random.nextInt(facts.size()));
    }

    /** Hosts elsewhere stay named: those of the zone it lands in, which count else, have nothing to do with them. */
    private ConnectionPoint of(ConnectionPoint p, Estate estate) {
        return switch (random.nextInt(10)) {
            case 0 -> isWithin(p, estate) ? p.with(p.ends().onto(null)) : p;
            case 1 -> p.withRights(null);
            case 2 -> p.with(p.filtering().with(of(p.firewall())));
            case 3 -> leadsElsewhere(p, estate) ? p : p.with(p.filtering().enforcing(null));
            case 4 -> p.with(p.ends().from(AddressSet.NONE));
            default -> p.with(of(p.terms()));
        };
    }

    /** Rules that are not known any more lead nowhere else. */
    private static boolean leadsElsewhere(ConnectionPoint p, Estate estate) {
        RuleSet rules = p.ruleSet();
        AddressSet here = estate.zones().get(p.zone()).cidrs();
        return rules != null
                && (rules.defaultAction() == Action.PERMIT
                        || rules.rules().stream().anyMatch(rule -> !here.contains(rule.destinations())));
    }

    private static boolean isWithin(ConnectionPoint p, Estate estate) {
        return estate.assetsIn(p.zone()).stream().anyMatch(asset -> asset.key().equals(p.asset()));
    }

    private LinkTerms of(LinkTerms t) {
        return switch (random.nextInt(5)) {
            case 0 -> t.with(Transport.UNKNOWN);
            case 1 -> t.with(Access.UNKNOWN);
            case 2 -> t.with(Authentication.UNKNOWN);
            case 3 -> t.with(Egress.UNKNOWN);
            default -> t.with(of(t.monitoring()));
        };
    }

    private ZoneLink of(ZoneLink l) {
        Filtering f = l.filtering();
        return l.with(random.nextBoolean() ? f.enforcing(null) : f.with(of(f.firewall())));
    }

    private Firewall of(Firewall f) {
        LocalDate tested = f.segmentationTestedOn();
        LocalDate stored = f.rulesStoredOn();
        return switch (random.nextInt(6)) {
            case 0 ->
                new Firewall(
                                FilterState.UNKNOWN,
                                f.product(),
                                f.inspectedOn(),
                                f.inspectionDueOn(),
                                f.reviewedOn(),
                                tested)
                        .rulesStoredOn(stored);
            case 1 ->
                new Firewall(f.state(), f.product(), null, f.inspectionDueOn(), f.reviewedOn(), tested)
                        .rulesStoredOn(stored);
            case 2 -> f.testedOn(null);
            case 3 -> f.rulesStoredOn(null);
            case 4 ->
                new Firewall(f.state(), f.product(), f.inspectedOn(), null, f.reviewedOn(), tested)
                        .rulesStoredOn(stored);
            default ->
                new Firewall(f.state(), f.product(), f.inspectedOn(), f.inspectionDueOn(), null, tested)
                        .rulesStoredOn(stored);
        };
    }

    private Zone of(Zone z) {
        Classification c = z.classification();
        return switch (random.nextInt(4)) {
            case 0 -> z.with(c.worth(null));
            case 1 -> z.with(c.with(Environment.UNKNOWN));
            case 2 -> with(of(z.monitoring()), z.egress(), z);
            default -> with(z.monitoring(), Egress.UNKNOWN, z);
        };
    }

    private static Zone with(Monitoring seen, Egress egress, Zone z) {
        return new Zone(z.key(), z.name(), z.organization(), z.cidrs(), z.classification(), seen, egress, z.state());
    }

    private Monitoring of(Monitoring m) {
        boolean none = random.nextInt(5) == 0;
        int one = random.nextInt(4);
        return new Monitoring(
                none || one == 0 ? null : m.flowLogsToSiem(),
                none || one == 1 ? null : m.endpointDetection(),
                none || one == 2 ? null : m.alertsWatched24x7(),
                none || one == 3 ? null : m.logRetentionDays());
    }

    private Asset of(Asset a) {
        return switch (random.nextInt(2)) {
            case 0 -> a.worth(null);
            default ->
                new Asset(
                        a.key(),
                        a.name(),
                        a.zone(),
                        a.addresses(),
                        a.criticality(),
                        a.managedBy(),
                        of(a.monitoring()),
                        a.credentialGroup());
        };
    }

    private ThirdParty of(ThirdParty t) {
        DueDiligence known = t.diligence();
        return t.with(
                switch (random.nextInt(4)) {
                    case 0 -> known.with(null);
                    case 1 -> known.assessed(null);
                    case 2 -> known.rated(null);
                    default -> known.declaring(null);
                });
    }

    private DataHolding of(DataHolding d) {
        Safeguards s = d.safeguards();
        return switch (random.nextInt(5)) {
            case 0 -> d.with(d.held().worth(null));
            case 1 -> d.with(new Safeguards(null, s.accessRestricted(), s.configurationReviewedOn()));
            case 2 -> d.with(new Safeguards(s.encrypted(), null, s.configurationReviewedOn()));
            case 3 -> d.with(new Safeguards(s.encrypted(), s.accessRestricted(), null));
            default -> d.with(new DataExit(d.exit().plan(), null));
        };
    }

    private Advisory of(Advisory a) {
        return switch (random.nextInt(4)) {
            case 0 -> a.with(a.hazard().scored(null));
            case 1 -> a.with(a.hazard().automatable(null));
            case 2 -> a.with(a.hazard().with(Impact.UNKNOWN));
            default -> a.knownOn(null);
        };
    }

    private Installation of(Installation i) {
        InstalledVersion known = i.installed();
        return switch (random.nextInt(5)) {
            case 0 -> i.with(new InstalledVersion(null, null));
            case 1 -> i.with(new InstalledVersion(null, known.knownOn(), known.endOfLife(), known.earlier()));
            // The clock runs on from the publication, or from what is known longest.
            case 2 -> i.with(new InstalledVersion(known.version(), null, known.endOfLife(), known.earlier()));
            case 3 -> i.with(new Use(UseState.IN_USE, null));
            default -> new Installation(i.key(), i.name(), i.product(), known, i.place(), i.use(), List.of());
        };
    }

    private Match of(Match m) {
        if (m.possible()) {
            return m;
        }
        boolean verdict = random.nextBoolean();
        return new Match(
                m.installation(),
                m.advisory(),
                verdict ? Verdict.UNKNOWN : m.verdict(),
                m.reason(),
                m.fixVersion(),
                verdict ? m.fixAvailableOn() : null);
    }
}
