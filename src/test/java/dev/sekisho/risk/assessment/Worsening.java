package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.RandomEstate;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.link.Access;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Firewall;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.estate.link.Transport;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.estate.software.Advisory;
import dev.sekisho.risk.estate.software.Exploitation;
import dev.sekisho.risk.estate.software.Impact;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Verdict;
import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes single facts worse. The scales are written down here once more, from the model's description. */
final class Worsening {
    private static final List<FilterState> FILTER = List.of(
            FilterState.VERIFIED, FilterState.UNVERIFIED, FilterState.HOST_ONLY, FilterState.PLANNED, FilterState.NONE);
    private static final List<Authentication> AUTHENTICATION = List.of(
            Authentication.PHISHING_RESISTANT_MFA,
            Authentication.MUTUAL_CERTIFICATE,
            Authentication.MFA,
            Authentication.PRE_SHARED_KEY,
            Authentication.MFA_WITH_EXEMPTIONS,
            Authentication.SINGLE_FACTOR,
            Authentication.NONE);
    private static final List<Egress> EGRESS =
            List.of(Egress.DENY_BY_DEFAULT, Egress.PARTIAL, Egress.BLOCKLIST, Egress.NONE);
    private static final List<Access> ACCESS = List.of(Access.JUST_IN_TIME, Access.SCHEDULED, Access.ALWAYS_ON);
    private static final List<Transport> TRANSPORT =
            List.of(Transport.DEDICATED_ENCRYPTED, Transport.IP_VPN, Transport.INTERNET_VPN, Transport.INTERNET);
    private static final List<Notice> NOTICE = List.of(Notice.NONE, Notice.SUSPECTED, Notice.COMPROMISED);

    private final Random random;

    Worsening(Random random) {
        this.random = random;
    }

    Estate oneFact(Estate estate) {
        Estate.Builder next = estate.toBuilder();
        Estate.Builder changed = switch (random.nextInt(7)) {
            case 0, 1 -> next.add(of(one(estate.connectionPoints().values())));
            case 2 -> next.add(of(one(estate.zoneLinks().values())));
            case 3 -> next.add(of(one(estate.assets().values())));
            case 4 -> next.add(of(one(estate.thirdParties().values())));
            case 5 -> next.add(of(one(estate.advisories().values())));
            default ->
                next.add(of(one(estate.installations().values().stream()
                        .flatMap(installation -> estate.matchesOf(installation.key()).stream())
                        .toList())));
        };
        return changed.build();
    }

    /** One more thing that a firewall lets through. */
    Estate oneFlow(Estate estate) {
        ConnectionPoint p = one(estate.connectionPoints().values());
        ZoneLink l = one(estate.zoneLinks().values());
        Estate.Builder next = estate.toBuilder();
        return (random.nextBoolean() ? next.add(permitting(p)) : next.add(permitting(l))).build();
    }

    private <T> T one(Collection<T> facts) {
        return List.copyOf(facts).get(random.nextInt(facts.size()));
    }

    /** Something as bad or worse on a scale; what is not on it is as bad as can be. */
    private <T> T worse(List<T> scale, T value) {
        int from = scale.indexOf(value);
        return from < 0 ? value : scale.get(from + random.nextInt(scale.size() - from));
    }

    /** One that is retired stays so: connected again, it says whose its sources are, which were nobody's. */
    private ConnectionPoint of(ConnectionPoint p) {
        int which = random.nextInt(9);
        return new ConnectionPoint(
                p.key(),
                p.name(),
                p.thirdParty(),
                p.zone(),
                p.asset(),
                which == 0 ? worse(TRANSPORT, p.transport()) : p.transport(),
                which == 1 ? worse(ACCESS, p.access()) : p.access(),
                which == 2 ? worse(AUTHENTICATION, p.authentication()) : p.authentication(),
                which == 3 ? Boolean.TRUE : p.privileged(),
                p.sources(),
                which == 4 ? worse(EGRESS, p.egress()) : p.egress(),
                which == 5 ? of(p.monitoring()) : p.monitoring(),
                p.approvedFlows(),
                which == 6 ? of(p.firewall()) : p.firewall(),
                which == 7 ? permitting(p.ruleSet()) : p.ruleSet(),
                which == 8 && p.state() != LinkState.RETIRED ? LinkState.ACTIVE : p.state());
    }

    private ZoneLink of(ZoneLink l) {
        int which = random.nextInt(4);
        return with(
                l,
                which == 0 ? worse(AUTHENTICATION, l.authentication()) : l.authentication(),
                which == 1 ? of(l.firewall()) : l.firewall(),
                which == 2 ? permitting(l.ruleSet()) : l.ruleSet(),
                which == 3 ? LinkState.ACTIVE : l.state());
    }

    private static ZoneLink with(
            ZoneLink l, Authentication authentication, Firewall firewall, @Nullable RuleSet rules, LinkState state) {
        return new ZoneLink(
                l.key(),
                l.name(),
                l.from(),
                l.zone(),
                l.transport(),
                l.access(),
                authentication,
                l.egress(),
                l.monitoring(),
                l.approvedFlows(),
                firewall,
                rules,
                state);
    }

    private Firewall of(Firewall f) {
        return switch (random.nextInt(3)) {
            case 0 ->
                new Firewall(
                        worse(FILTER, f.state()), f.product(), f.inspectedOn(), f.inspectionDueOn(), f.reviewedOn());
            case 1 -> new Firewall(f.state(), f.product(), older(f.inspectedOn()), f.inspectionDueOn(), f.reviewedOn());
            default ->
                new Firewall(f.state(), f.product(), f.inspectedOn(), f.inspectionDueOn(), older(f.reviewedOn()));
        };
    }

    private @Nullable LocalDate older(@Nullable LocalDate day) {
        return day == null ? null : day.minusDays(random.nextInt(900));
    }

    private ConnectionPoint permitting(ConnectionPoint p) {
        return new ConnectionPoint(
                p.key(),
                p.name(),
                p.thirdParty(),
                p.zone(),
                p.asset(),
                p.transport(),
                p.access(),
                p.authentication(),
                p.privileged(),
                p.sources(),
                p.egress(),
                p.monitoring(),
                p.approvedFlows(),
                p.firewall(),
                permitting(p.ruleSet()),
                p.state());
    }

    private ZoneLink permitting(ZoneLink l) {
        return with(l, l.authentication(), l.firewall(), permitting(l.ruleSet()), l.state());
    }

    private @Nullable RuleSet permitting(@Nullable RuleSet rules) {
        if (rules == null) {
            return null;
        }
        Rule more = switch (random.nextInt(3)) {
            case 0 -> Rule.permit().to("10.0." + random.nextInt(5) + ".0/25").tcp("3389");
            case 1 -> Rule.permit().tcp("1-1024");
            default -> Rule.permit();
        };
        var all = new ArrayList<Rule>(List.of(more));
        all.addAll(rules.rules());
        return random.nextInt(4) == 0 ? RuleSet.of().orElse(Action.PERMIT) : rules.with(all);
    }

    private Asset of(Asset a) {
        Integer criticality = a.criticality();
        return new Asset(
                a.key(),
                a.name(),
                a.zone(),
                a.addresses(),
                criticality == null ? null : Integer.valueOf(criticality + random.nextInt(101 - criticality)),
                a.managedBy(),
                a.monitoring(),
                a.credentialGroup());
    }

    private Monitoring of(Monitoring m) {
        return new Monitoring(
                random.nextBoolean() ? Boolean.FALSE : m.flowLogsToSiem(),
                random.nextBoolean() ? Boolean.FALSE : m.endpointDetection(),
                random.nextBoolean() ? Boolean.FALSE : m.alertsWatched24x7(),
                m.logRetentionDays() == null || random.nextBoolean() ? m.logRetentionDays() : Integer.valueOf(0));
    }

    private ThirdParty of(ThirdParty t) {
        int which = random.nextInt(4);
        return new ThirdParty(
                t.key(),
                t.name(),
                t.kind(),
                t.criticality(),
                t.parent(),
                t.owner(),
                t.agreement(),
                which == 0 ? older(t.assessedOn()) : t.assessedOn(),
                which == 1 && t.subprocessorsDeclared() != null ? Double.valueOf(0) : t.subprocessorsDeclared(),
                which == 2 && t.externalRating() != null ? Double.valueOf(1) : t.externalRating(),
                t.state(),
                which == 3 ? worse(NOTICE, t.notice()) : t.notice());
    }

    private Advisory of(Advisory a) {
        int which = random.nextInt(6);
        return new Advisory(
                a.key(),
                a.title(),
                a.cve(),
                a.published(),
                which == 0 && a.cvss() != null ? Double.valueOf(10) : a.cvss(),
                which == 1 && a.epss() != null ? Double.valueOf(1) : a.epss(),
                which == 2 || a.publicExploit(),
                which == 3 && a.exploited() == null
                        ? new Exploitation("OWN", RandomEstate.TODAY, null, false)
                        : a.exploited(),
                which == 4 ? Boolean.TRUE : a.automatable(),
                which == 5 ? Impact.TOTAL : a.impact(),
                a.knownOn());
    }

    private static Match of(Match m) {
        return new Match(
                m.installation(), m.advisory(), Verdict.AFFECTED, m.reason(), m.fixVersion(), m.fixAvailableOn());
    }
}
