package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Environment;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.Access;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Firewall;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.estate.link.Transport;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.estate.software.Advisory;
import dev.sekisho.risk.estate.software.Impact;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.estate.software.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.Random;

/** Loses single facts. Ratings and EPSS are left alone: the model has priors for them, which may lie below the truth. */
final class Forgetting {
    private final Random random;

    Forgetting(Random random) {
        this.random = random;
    }

    Estate oneFact(Estate estate) {
        Estate.Builder next = estate.toBuilder();
        Estate.Builder changed = switch (random.nextInt(9)) {
            case 0 -> next.add(of(one(estate.connectionPoints().values())));
            case 1 -> next.add(of(one(estate.zoneLinks().values())));
            case 2 -> next.add(of(one(estate.zones().values())));
            case 3 -> next.add(of(one(estate.assets().values())));
            case 4 -> next.add(of(one(estate.thirdParties().values())));
            case 5 -> next.add(of(one(estate.advisories().values())));
            case 6 -> next.add(of(one(estate.installations().values())));
            case 7 -> next.add(of(one(estate.products().values())));
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

    private ConnectionPoint of(ConnectionPoint p) {
        int lost = random.nextInt(8);
        return new ConnectionPoint(
                p.key(),
                p.name(),
                p.thirdParty(),
                p.zone(),
                lost == 0 ? null : p.asset(),
                lost == 1 ? Transport.UNKNOWN : p.transport(),
                lost == 2 ? Access.UNKNOWN : p.access(),
                lost == 3 ? Authentication.UNKNOWN : p.authentication(),
                lost == 4 ? null : p.privileged(),
                p.sources(),
                lost == 5 ? Egress.UNKNOWN : p.egress(),
                lost == 6 ? Monitoring.UNKNOWN : p.monitoring(),
                p.approvedFlows(),
                lost == 7 ? of(p.firewall()) : p.firewall(),
                p.ruleSet(),
                p.state());
    }

    private ZoneLink of(ZoneLink l) {
        boolean rules = random.nextBoolean();
        return new ZoneLink(
                l.key(),
                l.name(),
                l.from(),
                l.zone(),
                l.transport(),
                l.access(),
                l.authentication(),
                l.egress(),
                l.monitoring(),
                l.approvedFlows(),
                rules ? l.firewall() : of(l.firewall()),
                rules ? null : l.ruleSet(),
                l.state());
    }

    private Firewall of(Firewall f) {
        return switch (random.nextInt(3)) {
            case 0 ->
                new Firewall(FilterState.UNKNOWN, f.product(), f.inspectedOn(), f.inspectionDueOn(), f.reviewedOn());
            case 1 -> new Firewall(f.state(), f.product(), null, f.inspectionDueOn(), f.reviewedOn());
            default -> new Firewall(f.state(), f.product(), f.inspectedOn(), f.inspectionDueOn(), null);
        };
    }

    private Zone of(Zone z) {
        boolean criticality = random.nextBoolean();
        return new Zone(
                z.key(),
                z.name(),
                z.organization(),
                z.cidrs(),
                criticality ? null : z.criticality(),
                criticality ? z.environment() : Environment.UNKNOWN,
                z.holdsCriticalData(),
                z.monitoring(),
                z.egress());
    }

    private Asset of(Asset a) {
        boolean criticality = random.nextBoolean();
        return new Asset(
                a.key(),
                a.name(),
                a.zone(),
                a.addresses(),
                criticality ? null : a.criticality(),
                criticality ? a.managedBy() : null,
                a.monitoring(),
                a.credentialGroup());
    }

    private ThirdParty of(ThirdParty t) {
        int lost = random.nextInt(3);
        return new ThirdParty(
                t.key(),
                t.name(),
                t.kind(),
                t.criticality(),
                t.parent(),
                t.owner(),
                lost == 0 ? null : t.agreement(),
                lost == 1 ? null : t.assessedOn(),
                lost == 2 ? null : t.subprocessorsDeclared(),
                t.externalRating(),
                t.state(),
                t.notice());
    }

    private Advisory of(Advisory a) {
        int lost = random.nextInt(4);
        return new Advisory(
                a.key(),
                a.title(),
                a.cve(),
                a.published(),
                lost == 0 ? null : a.cvss(),
                a.epss(),
                a.publicExploit(),
                a.exploited(),
                lost == 1 ? null : a.automatable(),
                lost == 2 ? Impact.UNKNOWN : a.impact(),
                lost == 3 ? null : a.knownOn());
    }

    private Installation of(Installation i) {
        return new Installation(
                i.key(), i.name(), i.product(), null, i.place(), i.useState(), null, i.useStateSince(), i.treatments());
    }

    private Product of(Product p) {
        return new Product(p.key(), p.name(), null);
    }

    private Match of(Match m) {
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
