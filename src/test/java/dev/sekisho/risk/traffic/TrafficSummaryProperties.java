package dev.sekisho.risk.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Boundary;
import dev.sekisho.risk.traffic.rule.Flow;
import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.RuleSets;
import dev.sekisho.risk.traffic.rule.RuleWalk;
import dev.sekisho.risk.traffic.rule.TrafficExposure;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(RuleSets.class)
@Domain(DomainContext.Global.class)
class TrafficSummaryProperties {

    private static final Boundary LINK = new Boundary(
            AddressSet.of("10.0.0.1-10.0.0.2", "2001:db8::1"),
            AddressSet.of("10.0.0.0/31"),
            AddressSet.of("10.0.0.0/30", "2001:db8::/126"));

    @Property(tries = 300)
    void countsWhatTheSecondMethodCounts(@ForAll RuleSet rules) {
        var measured = TrafficSummary.measure(rules, LINK, List.of());

        var counted = Stream.of(AddressSet.ANY4, AddressSet.ANY6)
                .flatMap(family -> Stream.of(LINK.landing(), LINK.allocated())
                        .map(family::intersect)
                        .filter(space -> !space.isEmpty())
                        .map(space -> new TrafficExposure(
                                CubeList.count(CubeList.permitted(rules, family), LINK.sources(), space),
                                BigInteger.ZERO,
                                space.size4().add(space.size6()).multiply(BigInteger.valueOf(131072)))))
                .toList();
        assertThat(counted).contains(measured.exposure());
        assertThat(measured.openness())
                .isEqualTo(counted.stream()
                        .mapToDouble(TrafficExposure::openness)
                        .max()
                        .orElseThrow());
    }

    @Property(tries = 300)
    void namesTheDestinationsThatSomePacketButOfIcmpGetsTo(@ForAll RuleSet rules) {
        var anybody = new Boundary(AddressSet.ANY, LINK.landing(), LINK.allocated());
        var walk = new RuleWalk(rules);
        var reached = RuleSets.packets().stream()
                .filter(packet -> !ProtocolSet.ICMPS.contains(packet.protocol()))
                .filter(packet -> walk.decide(packet).action() == Action.PERMIT)
                .map(Packet::destination)
                .collect(Collectors.toSet());

        var named = TrafficSummary.measure(rules, anybody, List.of()).destinations();

        assertThat(RuleSets.packets())
                .allSatisfy(packet -> assertThat(named.contains(packet.destination()))
                        .as(packet.destination())
                        .isEqualTo(reached.contains(packet.destination())));
    }

    @Property(tries = 200)
    void isNeverLoweredByAPermitNorRaisedByADeny(@ForAll RuleSet rules, @ForAll Rule rule, @ForAll int place) {
        var without = TrafficSummary.measure(rules, LINK, List.of());

        var with = TrafficSummary.measure(inserted(rules, rule, place), LINK, List.of());

        if (rule.action() == Action.PERMIT) {
            assertThat(with.openness()).isGreaterThanOrEqualTo(without.openness());
            assertThat(with.riskyWeight()).isGreaterThanOrEqualTo(without.riskyWeight());
        } else {
            assertThat(with.openness()).isLessThanOrEqualTo(without.openness());
            assertThat(with.riskyWeight()).isLessThanOrEqualTo(without.riskyWeight());
        }
    }

    @Property(tries = 300)
    void isNeverLoweredByForgettingWhoTheThirdPartyIs(@ForAll RuleSet rules, @ForAll AddressSet sources) {
        var known = new Boundary(sources, LINK.landing(), LINK.allocated());
        var unknown = new Boundary(AddressSet.NONE, LINK.landing(), LINK.allocated());

        assertThat(TrafficSummary.measure(rules, unknown, List.of()).openness())
                .isGreaterThanOrEqualTo(
                        TrafficSummary.measure(rules, known, List.of()).openness());
    }

    /** Names and addresses that change only add to what is registered, and what nobody registered is told as before. */
    @Property(tries = 300)
    void isNeverLoweredByComingFromAnywhere(
            @ForAll RuleSet rules, @ForAll AddressSet sources, @ForAll AddressSet unclaimed) {
        var fixed = TrafficSummary.measure(
                rules, new Boundary(sources, unclaimed, LINK.landing(), LINK.allocated()), List.of());
        var anywhere = TrafficSummary.measure(
                rules, new Boundary(sources, true, unclaimed, LINK.landing(), LINK.allocated()), List.of());
        var unknown = TrafficSummary.measure(
                rules, new Boundary(AddressSet.NONE, unclaimed, LINK.landing(), LINK.allocated()), List.of());

        assertThat(anywhere.openness()).isEqualTo(unknown.openness()).isGreaterThanOrEqualTo(fixed.openness());
        assertThat(anywhere.riskyWeight()).isEqualTo(unknown.riskyWeight()).isGreaterThanOrEqualTo(fixed.riskyWeight());
        assertThat(anywhere.excessBits()).isEqualTo(unknown.excessBits());
        assertThat(anywhere.unregistered()).isEqualTo(fixed.unregistered());
        assertThat(anywhere.question().permitted()).isEqualTo(unknown.question().permitted());
    }

    /** Wherever the register says the third party comes from: whom nobody else speaks for counts in full. */
    @Property(tries = 300)
    void isNeverLowerThanWhatTheUnclaimedAreLet(
            @ForAll RuleSet rules, @ForAll AddressSet sources, @ForAll AddressSet unclaimed) {
        var measured = TrafficSummary.measure(
                rules, new Boundary(sources, unclaimed, LINK.landing(), LINK.allocated()), List.of());

        for (var family : List.of(AddressSet.ANY4, AddressSet.ANY6)) {
            for (var space :
                    List.of(LINK.landing().intersect(family), LINK.allocated().intersect(family))) {
                var let = CubeList.count(CubeList.permitted(rules, family), unclaimed.intersect(family), space);
                var possible = space.size4().add(space.size6()).multiply(BigInteger.valueOf(131072));
                assertThat(measured.openness())
                        .isGreaterThanOrEqualTo(new TrafficExposure(let, BigInteger.ZERO, possible).openness());
            }
        }
    }

    @Property(tries = 300)
    void countsWhatTheSecondMethodCountsWithTheUnclaimed(@ForAll RuleSet rules, @ForAll AddressSet unclaimed) {
        var link = new Boundary(LINK.sources(), unclaimed, LINK.landing(), LINK.allocated());

        var measured = TrafficSummary.measure(rules, link, List.of());

        var highest = Stream.of(AddressSet.ANY4, AddressSet.ANY6)
                .flatMap(family -> Stream.of(LINK.landing(), LINK.allocated())
                        .map(family::intersect)
                        .filter(space -> !space.isEmpty())
                        .map(space -> new TrafficExposure(
                                CubeList.count(CubeList.permitted(rules, family), link.from(), space),
                                BigInteger.ZERO,
                                space.size4().add(space.size6()).multiply(BigInteger.valueOf(131072)))))
                .mapToDouble(TrafficExposure::openness)
                .max();
        assertThat(measured.openness()).isEqualTo(highest.orElseThrow());
    }

    /** Held against every packet: the rule that lets it in is told, with where it comes from, and no other. */
    @Property(tries = 200)
    void tellsExactlyTheRulesThatLetInWhomNobodyRegistered(
            @ForAll RuleSet rules, @ForAll AddressSet sources, @ForAll AddressSet unclaimed) {
        var link = new Boundary(sources, unclaimed, LINK.landing(), LINK.allocated());
        var told = TrafficSummary.measure(rules, link, List.of()).unregistered();

        for (var packet : RuleSets.packets()) {
            var family = packet.source().contains(":") ? AddressSet.ANY6 : AddressSet.ANY4;
            var decision = new RuleWalk(rules).decide(packet);
            var rule = decision.rule();
            var lets = decision.action() == Action.PERMIT
                    && rule != null
                    && !rule.sources().contains(family)
                    && !sources.isEmpty()
                    && !sources.contains(packet.source())
                    && unclaimed.contains(packet.source())
                    && LINK.allocated().contains(packet.destination());
            if (lets) {
                assertThat(told)
                        .anyMatch(found ->
                                found.rule().equals(rule) && found.sources().contains(packet.source()));
            }
        }
        assertThat(told).allSatisfy(found -> {
            assertThat(found.witness().rule()).isEqualTo(found.rule());
            assertThat(found.sources().contains(found.witness().packet().source()))
                    .isTrue();
            assertThat(unclaimed.contains(found.sources())).isTrue();
            assertThat(found.sources().intersects(sources)).isFalse();
        });
    }

    @Property(tries = 200)
    void separatesNeededFromExcess(@ForAll RuleSet rules, @ForAll("fewFlows") List<Flow> approved) {
        var measured = TrafficSummary.measure(rules, LINK, approved);
        var exposure = measured.exposure();

        assertThat(exposure.needed()).isBetween(BigInteger.ZERO, exposure.permitted());
        assertThat(measured.excessBits()).isGreaterThanOrEqualTo(0);
        assertThat(measured.openness()).isBetween(0.0, 1.0);
        assertThat(measured.unapproved()).allSatisfy(unapproved -> {
            assertThat(unapproved.action()).isEqualTo(Action.PERMIT);
            assertThat(approved).noneMatch(flow -> RuleWalk.matches(flow.asRule(), unapproved.packet()));
        });
        assertThat(measured.unmet()).allSatisfy(unmet -> {
            assertThat(unmet.witness().action()).isEqualTo(Action.DENY);
            assertThat(RuleWalk.matches(unmet.flow().asRule(), unmet.witness().packet()))
                    .isTrue();
        });
    }

    @Property(tries = 300)
    void findsNoUnapprovedTrafficWhereAllIsApproved(@ForAll RuleSet rules) {
        var all = new Flow(AddressSet.ANY, AddressSet.ANY, ProtocolSet.ANY, PortSet.ANY);

        var measured = TrafficSummary.measure(rules, LINK, List.of(all));

        assertThat(measured.unapproved()).isEmpty();
        assertThat(measured.excessBits()).isCloseTo(0, within(1e-12));
    }

    @Property(tries = 200)
    void provesEmptinessOrShowsAPacketAcrossTheBoundary(@ForAll RuleSet rules) {
        var measured = TrafficSummary.measure(rules, LINK, List.of());

        var crossing = RuleSets.packets().stream()
                .filter(packet -> RuleWalk.matches(across(), packet))
                .filter(packet -> new RuleWalk(rules).decide(packet).action() == Action.PERMIT);
        if (measured.witness() == null) {
            assertThat(measured.permitsNothing()).isTrue();
            assertThat(crossing).isEmpty();
        } else {
            assertThat(measured.witness().action()).isEqualTo(Action.PERMIT);
            assertThat(RuleWalk.matches(across(), measured.witness().packet())).isTrue();
        }
    }

    @Provide
    Arbitrary<List<Flow>> fewFlows() {
        return new RuleSets().flows().list().ofMaxSize(3);
    }

    private static Rule across() {
        return Rule.permit().from(LINK.sources()).to(LINK.allocated());
    }

    private static RuleSet inserted(RuleSet rules, Rule rule, int place) {
        var more = new ArrayList<>(rules.rules());
        more.add(Math.floorMod(place, more.size() + 1), rule);
        return rules.with(more);
    }
}
