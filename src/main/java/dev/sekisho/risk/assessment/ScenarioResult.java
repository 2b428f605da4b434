package dev.sekisho.risk.assessment;

import dev.sekisho.risk.assessment.Assessment.LinkOpening;
import dev.sekisho.risk.assessment.LinkPicture.Inputs;
import dev.sekisho.risk.assessment.LinkPicture.Landing;
import dev.sekisho.risk.assessment.SoftwareByPlace.Software;
import dev.sekisho.risk.assessment.WaysInto.WayIn;
import dev.sekisho.risk.entry.Door;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.DataHolding;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.ThirdPartyState;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.Login;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.incremental.Touched;
import dev.sekisho.risk.path.Approach;
import dev.sekisho.risk.path.Approach.Nearby;
import dev.sekisho.risk.path.Distance;
import dev.sekisho.risk.path.Network;
import dev.sekisho.risk.path.Target;
import dev.sekisho.risk.path.Ways;
import dev.sekisho.risk.rule.OtherWay;
import dev.sekisho.risk.rule.Principals;
import dev.sekisho.risk.rule.SharedLogins;
import dev.sekisho.risk.score.Completion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Everything computed under one answer to what is unknown. */
final class ScenarioResult {
    final AssessmentInput input;
    final Postures postures;
    final SoftwareByPlace software;
    final Barriers barriers;
    final Upkeeps upkeeps;
    final Network network;
    /** How the network differs from the one before. */
    final Network.Change laid;

    /** Ways in, as far as the places they lead to. */
    final Doors doors;

    /** Over every connection point, into the zone it is registered for first; none where it is down. */
    final Derived<?, List<WayIn>> waysIn;

    /** Those of every third party that lead over no connection point of its own. */
    final Derived<?, List<WayIn>> furtherWays;

    /** Where one comes over every zone link; absent where it is down. */
    final Derived<?, Optional<Approach>> waysOn;

    final ZoneStakes stakes;
    final WaysInto into;
    final AtHolders atHolders;

    private final Ground ground;

    /** What does not depend on software. */
    private record Ground(
            Postures postures, Landings landings, Upkeeps upkeeps, SupplyChannels channels, ExposureAnalysis exposure) {
        static Ground of(AssessmentInput input, Completion unknown, Step step) {
            var postures = new Postures(input, unknown, step);
            var landings = new Landings(input, postures, unknown, step);
            var upkeeps = new Upkeeps(input, postures, unknown, step);
            var channels = new SupplyChannels(input, upkeeps, unknown, step);
            var exposure = new ExposureAnalysis(
                    input, new ExposureAnalysis.Parts(postures, landings, upkeeps, channels), unknown, step);
            return new Ground(postures, landings, upkeeps, channels, exposure);
        }
    }

    ScenarioResult(AssessmentInput input, Completion unknown, Step whole) {
        this(input, unknown, Ground.of(input, unknown, whole.under(unknown)), whole.under(unknown));
    }

    /** The same where whatever no source can decide counts as proven. */
    ScenarioResult provingAll(Step whole) {
        return new ScenarioResult(input, Completion.HIGHEST, ground, whole.under(Completion.HIGHEST));
    }

    private ScenarioResult(AssessmentInput input, Completion unknown, Ground ground, Step step) {
        this.input = input;
        this.ground = ground;
        postures = ground.postures;
        upkeeps = ground.upkeeps;
        Landings landings = ground.landings;
        ExposureAnalysis exposure = ground.exposure;
        software = new SoftwareByPlace(input, postures, exposure, unknown, step);
        var firewalls = new FirewallSoftware(input, software, step);
        var permitted = new PermittedSoftware(input, postures, software, landings, step);
        barriers = new Barriers(input, postures, permitted, firewalls, unknown, step);
        laid = NetworkBuilder.build(input, barriers, unknown, step);
        network = laid.network();
        doors = new Doors(
                input,
                new Doors.Parts(software, permitted, firewalls, barriers, upkeeps, ground.channels),
                unknown,
                step);
        var from = new Touched(laid.from());
        waysIn = step.over(input.points)
                .reading(doors.points)
                .reading(from, input.pointsByZone)
                .reading(landings.touched(from))
                .collect("ways in", at -> WayIn.through(doors.points.get(at), network));
        furtherWays = step.over(input.parties)
                .reading(doors.parties)
                .reading(doors.touched(from))
                .collect("further ways in", at -> WayIn.through(doors.parties.get(at), network));
        waysOn = step.over(input.zoneLinks)
                .reading(barriers.zoneLinks)
                .reading(from, input.linksByZone)
                .collect("ways on", at -> onward(input.zoneLinks.get(at), barriers.zoneLinks.get(at)));
        stakes = new ZoneStakes(input, postures, software, unknown, step);
        into = new WaysInto(this, landings, step);
        atHolders = new AtHolders(this, step);
    }

    /** Every way of a third party that leads into a zone. */
    Stream<WayIn> waysOf(int party) {
        return Stream.concat(
                        input.pointsByParty.members(party).mapToObj(waysIn::get), Stream.of(furtherWays.get(party)))
                .flatMap(List::stream);
    }

    /** How far every organization is from a third party. */
    SortedMap<String, Distance> contagion(int party) {
        var distances = new TreeMap<String, Distance>();
        waysOf(party)
                .forEach(way -> way.approach()
                        .organizations(network)
                        .forEach((key, distance) ->
                                distances.merge(key, distance.farther(way.door().beyondMany()), Distance::nearer)));
        toHoldings(party).forEach(way -> distances.merge(way.holding.organization(), way.distance(), Distance::nearer));
        return distances;
    }

    /** A way of a third party to what somebody holds for us, itself or whom it works for. */
    record HeldWay(Door door, DataHolding holding) {
        Distance distance() {
            return Distance.exactly(door.breaks()).farther(door.beyondMany());
        }

        Target target() {
            return Target.of(holding, distance());
        }
    }

    private Stream<HeldWay> toHoldings(int party) {
        return doors.parties.get(party).stream()
                .filter(door -> door.zone() == null)
                .map(door -> new HeldWay(
                        door, input.held.get(input.held.at(door.over().key()))));
    }

    /**
     * The ways of a third party that are no connection points of its own.
     *
     * @param held those to what somebody holds for us
     * @param told those that rules look at: all of whoever is off-boarded, else those over which something is near
     */
    record Beside(List<HeldWay> held, List<OtherWay> told) {}

    /** By third party. */
    Derived<?, Beside> besidePoints(Step step) {
        Derived<?, List<HeldWay>> held = step.over(input.parties)
                .reading(doors.parties)
                .readingFrom(input.held.items())
                .collect("ways to holdings", at -> toHoldings(at).toList());
        return step.over(input.parties)
                .reading(furtherWays)
                .reading(held)
                .readingFrom(
                        input.zones.items().stream().map(Zone::organization).toList())
                .collect("ways beside points", at -> new Beside(held.get(at), told(at, held.get(at))));
    }

    private List<OtherWay> told(int party, List<HeldWay> held) {
        boolean all = input.parties.get(party).state() == ThirdPartyState.OFFBOARDED;
        return Stream.concat(
                        furtherWays.get(party).stream().map(this::otherWay),
                        held.stream().map(ScenarioResult::otherWay))
                .filter(way -> all || !way.near().isEmpty())
                .toList();
    }

    private OtherWay otherWay(WayIn way) {
        Door door = way.door();
        Zone zone = input.zones.get(way.approach().zone());
        Nearby near = Nearby.of(List.of(way.approach())).beyond(zone.organization());
        boolean guarded = door.over().kind() == Subject.Kind.THIRD_PARTY && zone.egress() == Egress.DENY_BY_DEFAULT;
        return new OtherWay(
                door.through(), door.over(), zone.key(), guarded, door.keeping().exposureMilli(), near);
    }

    private static OtherWay otherWay(HeldWay way) {
        Door door = way.door;
        List<Target> crowns = way.target().crownWithin(Approach.NEAR) ? List.of(way.target()) : List.of();
        return new OtherWay(
                door.through(), door.over(), null, false, door.keeping().exposureMilli(), Nearby.only(crowns));
    }

    private SortedMap<String, Distance> organizations(List<Approach> approaches) {
        var distances = new TreeMap<String, Distance>();
        approaches.forEach(approach -> approach.organizations(network)
                .forEach((key, distance) -> distances.merge(key, distance, Distance::nearer)));
        return distances;
    }

    /** @param approaches where one comes over a link */
    LinkOpening opening(List<Approach> approaches) {
        var zones = new TreeSet<String>();
        var organizations = new TreeSet<String>();
        approaches.stream()
                .flatMap(approach -> approach.zonesWithin(0, network))
                .forEach(zone -> {
                    zones.add(zone.key());
                    organizations.add(zone.organization());
                });
        return new LinkOpening(zones, organizations, organizations(approaches));
    }

    /** By third party the nearest of those it works for that reaches us by itself, over whatever way, or what it holds for us. */
    Map<String, ThirdParty> principals(Step step) {
        Derived<Boolean, Boolean> coming = step.over(input.parties)
                .readingMembers(doors.points, input.pointsByParty)
                .reading(doors.parties)
                .collect(
                        "who comes in",
                        party -> doors.of(party).anyMatch(door -> door.through().isEmpty()));
        return step.value("principals", new Principals.Parties(input.parties.items(), coming.values()), Principals::of);
    }

    private Optional<Approach> onward(ZoneLink link, Ways price) {
        return link.state().up() ? Optional.of(network.approach(link.zone(), price)) : Optional.empty();
    }

    /** What rules look at over every connection point. */
    Derived<Inputs, LinkPicture> points(Step step) {
        SharedLogins shared = sharedLogins(step);
        var logins = step.over(input.points)
                .reading(input.hostsOfZones, input.pointsByZone)
                .readingFrom(shared)
                .collect(
                        "shared logins at points",
                        at -> shared.on(input.points.get(at), input.hostsOfZones.get(input.pointsByZone.of(at))));
        var firewalls = FirewallSoftware.soonestUnsupported(input.points, input.estate, "points", step);
        return step.over(input.points)
                .reading(postures.points)
                .reading(software.points)
                .reading(waysIn)
                .reading(upkeeps.points)
                .reading(logins)
                .reading(firewalls)
                .reading(input.hosts, input.pointsByHost)
                .reading(input.hostsOfZones, input.pointsByZone)
                .reading(input.parties, input.pointsByParty)
                .reading(input.zones, input.pointsByZone)
                .reading(input.space.families, input.pointsByZone)
                .reading(software.zones, input.pointsByZone)
                .derive(
                        "pictures of points",
                        at -> pointInputs(at, logins.get(at), firewalls.get(at)),
                        LinkPicture::of);
    }

    /** Few share anything, so that what changes elsewhere need not be looked at. */
    private SharedLogins sharedLogins(Step step) {
        Derived<?, List<Asset>> hosts = step.over(input.hosts)
                .collect(
                        "hosts that share a password",
                        at -> input.hosts.get(at).credentialGroup() == null ? List.of() : List.of(input.hosts.get(at)));
        Derived<?, List<ConnectionPoint>> points = step.over(input.points)
                .collect(
                        "points that share a login",
                        at -> input.points.get(at).login().equals(Login.UNSHARED)
                                ? List.of()
                                : List.of(input.points.get(at)));
        return step.value("shared logins", new Logins(hosts.values(), points.values()), Logins::shared);
    }

    private record Logins(List<List<Asset>> hosts, List<List<ConnectionPoint>> points) {
        SharedLogins shared() {
            return SharedLogins.of(
                    hosts.stream().flatMap(List::stream).toList(),
                    points.stream().flatMap(List::stream).toList());
        }
    }

    /** What rules look at over every zone link. */
    Derived<Inputs, LinkPicture> zoneLinks(Step step) {
        var firewalls = FirewallSoftware.soonestUnsupported(input.zoneLinks, input.estate, "zone links", step);
        return step.over(input.zoneLinks)
                .reading(postures.zoneLinks)
                .reading(waysOn)
                .reading(upkeeps.zoneLinks)
                .reading(firewalls)
                .reading(input.zones, input.linksByZone)
                .reading(input.hostsOfZones, input.linksByZone)
                .reading(input.space.families, input.linksByZone)
                .reading(software.zones, input.linksByZone)
                .derive("pictures of zone links", at -> linkInputs(at, firewalls.get(at)), LinkPicture::of);
    }

    private Inputs pointInputs(int at, List<SharedLogins.Login> logins, Optional<Installation> firewall) {
        int zone = input.pointsByZone.of(at);
        return new Inputs(
                input.points.get(at),
                postures.points.get(at),
                new Landing(
                        input.zones.get(zone), Upkeeps.hosts(input, at), input.space.around(zone), logins, firewall),
                input.parties.get(input.pointsByParty.of(at)),
                software.zones.get(zone),
                software.points.get(at),
                upkeeps.points.get(at),
                waysIn.get(at).stream().map(WayIn::approach).toList());
    }

    private Inputs linkInputs(int at, Optional<Installation> firewall) {
        int zone = input.linksByZone.of(at);
        return new Inputs(
                input.zoneLinks.get(at),
                postures.zoneLinks.get(at),
                new Landing(
                        input.zones.get(zone),
                        input.hostsOfZones.get(zone),
                        input.space.around(zone),
                        List.of(),
                        firewall),
                null,
                software.zones.get(zone),
                Software.NONE,
                upkeeps.zoneLinks.get(at),
                waysOn.get(at).stream().toList());
    }
}
