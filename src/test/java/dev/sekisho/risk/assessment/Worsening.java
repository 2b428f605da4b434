package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.Agreement;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Classification;
import dev.sekisho.risk.estate.DataExit;
import dev.sekisho.risk.estate.DataHolding;
import dev.sekisho.risk.estate.DueDiligence;
import dev.sekisho.risk.estate.Environment;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.RandomEstate;
import dev.sekisho.risk.estate.Safeguards;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.ThirdPartyState;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.Access;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Filtering;
import dev.sekisho.risk.estate.link.Firewall;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.link.LinkTerms;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.estate.link.SourceAddressing;
import dev.sekisho.risk.estate.link.Transport;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.estate.software.Advisory;
import dev.sekisho.risk.estate.software.Exploitation;
import dev.sekisho.risk.estate.software.Hazard;
import dev.sekisho.risk.estate.software.Impact;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.InstalledVersion;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.Use;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.estate.software.Verdict;
import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
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
            Authentication.SHARED,
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
        Estate.Builder changed = switch (random.nextInt(10)) {
            case 0, 1 -> next.add(of(one(estate.connectionPoints().values())));
            case 2 -> next.add(of(one(estate.zoneLinks().values())));
            case 3 -> next.add(of(one(estate.assets().values())));
            case 4 -> next.add(of(one(estate.thirdParties().values())));
            case 5 -> next.add(of(one(estate.advisories().values())));
            case 6 -> next.add(of(one(estate.zones().values())));
            case 7 -> next.add(of(one(estate.installations().values())));
            case 8 -> next.add(of(one(estate.dataHoldings().values())));
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
        return switch (random.nextInt(10)) {
            case 0 -> p.withRights(true);
            case 1 -> p.with(worse(p.filtering()));
            case 2 -> permitting(p);
            case 3 -> p.state() == LinkState.RETIRED ? p : p.with(LinkState.ACTIVE);
            case 4 -> p.with(p.ends().with(random.nextBoolean() ? SourceAddressing.NAMED : SourceAddressing.DYNAMIC));
            default -> p.with(worse(p.terms()));
        };
    }

    private LinkTerms worse(LinkTerms t) {
        return switch (random.nextInt(5)) {
            case 0 -> t.with(worse(TRANSPORT, t.transport()));
            case 1 -> t.with(worse(ACCESS, t.access()));
            case 2 -> t.with(worse(AUTHENTICATION, t.authentication()));
            case 3 -> t.with(worse(EGRESS, t.egress()));
            default -> t.with(of(t.monitoring()));
        };
    }

    private Filtering worse(Filtering f) {
        return f.with(of(f.firewall()));
    }

    private ZoneLink of(ZoneLink l) {
        return switch (random.nextInt(4)) {
            case 0 -> l.with(l.terms().with(worse(AUTHENTICATION, l.authentication())));
            case 1 -> l.with(worse(l.filtering()));
            case 2 -> permitting(l);
            default -> l.with(LinkState.ACTIVE);
        };
    }

    private Firewall of(Firewall f) {
        return switch (random.nextInt(4)) {
            case 0 -> with(worse(FILTER, f.state()), f.inspectedOn(), f.reviewedOn(), f);
            case 1 -> with(f.state(), older(f.inspectedOn()), f.reviewedOn(), f);
            case 2 -> f.testedOn(older(f.segmentationTestedOn()));
            default -> with(f.state(), f.inspectedOn(), older(f.reviewedOn()), f);
        };
    }

    private static Firewall with(
            FilterState state, @Nullable LocalDate inspectedOn, @Nullable LocalDate reviewedOn, Firewall f) {
        return new Firewall(state, f.product(), inspectedOn, f.inspectionDueOn(), reviewedOn, f.segmentationTestedOn())
                .rulesStoredOn(f.rulesStoredOn());
    }

    private @Nullable LocalDate older(@Nullable LocalDate day) {
        return day == null ? null : day.minusDays(random.nextInt(900));
    }

    private ConnectionPoint permitting(ConnectionPoint p) {
        return p.with(p.filtering().enforcing(permitting(p.ruleSet())));
    }

    private ZoneLink permitting(ZoneLink l) {
        return l.with(l.filtering().enforcing(permitting(l.ruleSet())));
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

    private Zone of(Zone z) {
        Classification c = z.classification();
        return switch (random.nextInt(3)) {
            case 0 -> z.with(c.worth(more(c.criticality())));
            case 1 -> z.with(c.with(Environment.DMZ));
            default ->
                new Zone(
                        z.key(),
                        z.name(),
                        z.organization(),
                        z.cidrs(),
                        c,
                        z.monitoring(),
                        worse(EGRESS, z.egress()),
                        z.state());
        };
    }

    private Asset of(Asset a) {
        return switch (random.nextInt(3)) {
            case 0 -> a.worth(more(a.criticality()));
            case 1 -> with(of(a.monitoring()), a.credentialGroup(), a);
            default -> with(a.monitoring(), a.credentialGroup() == null ? "g0" : a.credentialGroup(), a);
        };
    }

    private static Asset with(Monitoring monitoring, @Nullable String group, Asset a) {
        return new Asset(a.key(), a.name(), a.zone(), a.addresses(), a.criticality(), a.managedBy(), monitoring, group);
    }

    private @Nullable Integer more(@Nullable Integer criticality) {
        return criticality == null ? null : Integer.valueOf(criticality + random.nextInt(101 - criticality));
    }

    /** A box that is used again at a link is known to be its firewall, which might have been a worse one elsewhere. */
    private Installation of(Installation i) {
        return switch (random.nextInt(3)) {
            case 0 -> i.place().kind() == Place.Kind.CONNECTION_POINT ? i : i.with(new Use(UseState.IN_USE, null));
            case 1 -> i.with(new InstalledVersion(i.version(), older(i.versionKnownOn()), i.endOfLife()));
            default -> new Installation(i.key(), i.name(), i.product(), i.installed(), i.place(), i.use(), List.of());
        };
    }

    private Monitoring of(Monitoring m) {
        return new Monitoring(
                random.nextBoolean() ? Boolean.FALSE : m.flowLogsToSiem(),
                random.nextBoolean() ? Boolean.FALSE : m.endpointDetection(),
                random.nextBoolean() ? Boolean.FALSE : m.alertsWatched24x7(),
                m.logRetentionDays() == null || random.nextBoolean() ? m.logRetentionDays() : Integer.valueOf(0));
    }

    private ThirdParty of(ThirdParty t) {
        DueDiligence known = t.diligence();
        return switch (random.nextInt(7)) {
            case 0 -> t.with(known.assessed(older(known.assessedOn())));
            case 1 -> known.subprocessorsDeclared() == null ? t : t.with(known.declaring(0.0));
            case 2 -> known.externalRating() == null ? t : t.with(known.rated(1.0));
            case 3 -> t.with(known.with(ended(known.agreement())));
            case 4 -> t.with(known.with(bare(known.agreement())));
            case 5 -> offBoarded(t);
            default -> t.with(worse(NOTICE, t.notice()));
        };
    }

    private static @Nullable Agreement ended(@Nullable Agreement a) {
        return a == null || !a.inForce(RandomEstate.TODAY)
                ? a
                : new Agreement(a.start(), RandomEstate.TODAY.minusDays(1), a.clauses());
    }

    private static @Nullable Agreement bare(@Nullable Agreement a) {
        return a == null ? null : new Agreement(a.start(), a.end(), Set.of());
    }

    private static ThirdParty offBoarded(ThirdParty t) {
        return new ThirdParty(
                t.key(),
                t.name(),
                t.kind(),
                t.criticality(),
                t.parent(),
                t.diligence(),
                ThirdPartyState.OFFBOARDED,
                t.notice());
    }

    private DataHolding of(DataHolding d) {
        Safeguards s = d.safeguards();
        return switch (random.nextInt(5)) {
            case 0 -> d.with(d.held().worth(more(d.criticality())));
            case 1 -> d.with(new Safeguards(false, s.accessRestricted(), s.configurationReviewedOn()));
            case 2 -> d.with(new Safeguards(s.encrypted(), false, s.configurationReviewedOn()));
            case 3 -> d.with(new Safeguards(s.encrypted(), s.accessRestricted(), older(s.configurationReviewedOn())));
            default -> d.with(new DataExit(d.exit().plan(), null));
        };
    }

    private Advisory of(Advisory a) {
        return switch (random.nextInt(4)) {
            case 0 -> a.knownOn(older(a.knownOn()));
            case 1 -> new Advisory(a.key(), a.title(), a.cve(), a.cve() != null, a.hazard(), a.knownOn());
            default -> a.with(worse(a.hazard()));
        };
    }

    private Hazard worse(Hazard h) {
        return switch (random.nextInt(6)) {
            case 0 -> h.cvss() == null ? h : h.scored(10.0);
            case 1 -> h.epss() == null ? h : h.likely(1.0);
            case 2 -> h.withPublicExploit();
            case 3 -> h.exploited() == null ? h.with(new Exploitation("OWN", RandomEstate.TODAY, null, false)) : h;
            case 4 -> h.automatable(true);
            default -> h.with(Impact.TOTAL);
        };
    }

    private Match of(Match m) {
        return switch (random.nextInt(3)) {
            case 0 -> new Match(m.installation(), m.advisory(), m.verdict(), m.reason(), null, null);
            case 1 ->
                new Match(
                        m.installation(),
                        m.advisory(),
                        m.verdict(),
                        m.reason(),
                        m.fixVersion(),
                        older(m.fixAvailableOn()));
            default ->
                new Match(
                        m.installation(),
                        m.advisory(),
                        Verdict.AFFECTED,
                        m.reason(),
                        m.fixVersion(),
                        m.fixAvailableOn());
        };
    }
}
