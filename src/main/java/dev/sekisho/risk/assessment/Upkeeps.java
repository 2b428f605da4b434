package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.ThirdPartyState;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Ends;
import dev.sekisho.risk.estate.link.Filtering;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.link.LinkTerms;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.Grouping;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.score.Assurance;
import dev.sekisho.risk.score.Completion;
import dev.sekisho.risk.score.Exposure;
import dev.sekisho.risk.score.Keeping;
import dev.sekisho.risk.score.Model;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.score.Upkeep;
import dev.sekisho.risk.score.Upkeep.Party;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How every link is kept, and by whom. */
final class Upkeeps {
    /** How every connection point is kept, whoever comes in by it. */
    final Derived<?, Keeping> keepings;

    /** What is known of every third party. */
    final Derived<?, Party> parties;

    /** Of every connection point. */
    final Derived<?, Upkeep> points;

    final Derived<?, Upkeep> zoneLinks;

    private final Model model;
    private final LocalDate today;
    private final Completion unknown;
    /** Many links are kept alike; each kind is weighed once. */
    private final Map<Object, Object> known = new ConcurrentHashMap<>();

    /**
     * @param zone the one it lands in
     * @param hosts those it lands on
     * @param lapsed whether the agreement behind it has ended
     */
    private record Inputs(Link link, Posture posture, Zone zone, List<Asset> hosts, boolean lapsed) {}

    private record Kind(Exposure exposure, boolean privileged) {}

    private record Kept(Keeping way, Party party) {}

    /** @param worker whether somebody has broken in at one of its subcontractors */
    private record Known(ThirdParty thirdParty, boolean worker) {}

    Upkeeps(AssessmentInput input, Postures postures, Completion unknown, Step step) {
        this.model = input.model;
        this.today = input.today;
        this.unknown = unknown;
        parties = step.over(input.parties)
                .readingMembers(input.parties, input.subcontractors)
                .given(model, today)
                .derive(
                        "third parties",
                        at -> new Known(input.parties.get(at), hasBrokenWorker(input, at)),
                        this::party);
        keepings = step.over(input.points)
                .reading(postures.points)
                .reading(input.parties, input.pointsByParty)
                .reading(input.zones, input.pointsByZone)
                .reading(input.hosts, input.pointsByHost)
                .reading(input.hostsOfZones, input.pointsByZone)
                .given(model, today)
                .derive(
                        "keeping of points",
                        at -> new Inputs(
                                input.points.get(at),
                                postures.points.get(at),
                                input.zones.get(input.pointsByZone.of(at)),
                                hosts(input, at),
                                lapsed(input.parties.get(input.pointsByParty.of(at)))),
                        inputs -> keeping(inputs, unknown.privileged(((ConnectionPoint) inputs.link).privileged())));
        points = step.over(input.points)
                .reading(keepings)
                .reading(parties, input.pointsByParty)
                .given(model)
                .derive(
                        "upkeep of points",
                        at -> new Kept(keepings.get(at), parties.get(input.pointsByParty.of(at))),
                        kept -> of(kept.way, kept.party));
        zoneLinks = step.over(input.zoneLinks)
                .reading(postures.zoneLinks)
                .reading(input.zones, input.linksByZone)
                .reading(input.hostsOfZones, input.linksByZone)
                .given(model, today)
                .derive(
                        "upkeep of zone links",
                        at -> new Inputs(
                                input.zoneLinks.get(at),
                                postures.zoneLinks.get(at),
                                input.zones.get(input.linksByZone.of(at)),
                                input.hostsOfZones.get(input.linksByZone.of(at)),
                                false),
                        inputs -> Upkeep.of(keeping(inputs, false), null, model));
    }

    /** The host it lands on, where that is known and stands in the zone; else any of the zone. */
    private static List<Asset> hosts(AssessmentInput input, int point) {
        int zone = input.pointsByZone.of(point);
        int host = input.pointsByHost.of(point);
        return host == Grouping.NONE || input.hostsByZone.of(host) != zone
                ? input.hostsOfZones.get(zone)
                : List.of(input.hosts.get(host));
    }

    private static boolean hasBrokenWorker(AssessmentInput input, int party) {
        return input.subcontractors
                .members(party)
                .anyMatch(worker -> input.parties.get(worker).notice() == Notice.COMPROMISED);
    }

    private boolean lapsed(ThirdParty thirdParty) {
        return Assurance.lapsed(thirdParty.agreement(), today, unknown);
    }

    private Keeping keeping(Inputs inputs, boolean privileged) {
        Monitoring seen = seen(inputs.link.monitoring(), inputs.hosts);
        var exposure = Exposure.of(
                new Exposure.Circumstances(inputs.link, inputs.posture, seen, inputs.zone.egress(), inputs.lapsed),
                model.exposure(),
                today,
                unknown);
        return once(new Kind(exposure, privileged), kind -> Keeping.of(kind.exposure, kind.privileged, model));
    }

    /** Of an administrator's way to a host of whose connection nothing is known. */
    Keeping unregistered(Asset host, Zone zone, ThirdParty manager) {
        var ends = new Ends(manager.key(), AddressSet.NONE, zone.key(), host.key());
        var nothingKnown = new ConnectionPoint(
                host.key(),
                host.name(),
                ends,
                true,
                LinkTerms.UNKNOWN.with(Authentication.NONE),
                Filtering.UNKNOWN,
                LinkState.ACTIVE);
        var posture = Posture.of(nothingKnown.firewall(), null, model.evidence(), today, unknown);
        return keeping(new Inputs(nothingKnown, posture, zone, List.of(host), lapsed(manager)), true);
    }

    /** Of what comes with software that is in use in a zone. */
    Keeping supplied(Zone zone, List<Asset> hosts) {
        double monitored = Exposure.monitored(seen(zone.monitoring(), hosts), unknown);
        return Keeping.ofSupply(monitored, unknown.egress(zone.egress()), model);
    }

    /** Of a way as somebody uses it. */
    Upkeep of(Keeping way, Party party) {
        return once(new Kept(way, party), kept -> Upkeep.of(kept.way, kept.party, model));
    }

    @SuppressWarnings("unchecked")
    private <K, V> V once(K kind, Function<K, V> made) {
        Object one = known.get(kind);
        return (V) (one == null ? known.computeIfAbsent(kind, any -> made.apply(kind)) : one);
    }

    private Party party(Known of) {
        Notice notice = of.thirdParty.notice();
        return new Party(
                Assurance.of(of.thirdParty, today, unknown),
                notice == Notice.NONE && of.worker ? Notice.SUSPECTED : notice,
                of.thirdParty.state() == ThirdPartyState.OFFBOARDED);
    }

    /** What is seen on hosts is known of the hosts, all of which have to say so; else from what was said of the link. */
    private static Monitoring seen(Monitoring said, List<Asset> hosts) {
        Boolean onHosts = hosts.isEmpty() ? said.endpointDetection() : detects(hosts);
        return new Monitoring(said.flowLogsToSiem(), onHosts, said.alertsWatched24x7(), said.logRetentionDays());
    }

    private static @Nullable Boolean detects(List<Asset> hosts) {
        Boolean all = true;
        for (Asset host : hosts) {
            Boolean here = host.monitoring().endpointDetection();
            if (Boolean.FALSE.equals(here)) {
                return false;
            }
            all = here == null ? null : all;
        }
        return all;
    }
}
