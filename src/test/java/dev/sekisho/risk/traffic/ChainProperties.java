package dev.sekisho.risk.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Boundary;
import dev.sekisho.risk.traffic.rule.Decision;
import dev.sekisho.risk.traffic.rule.Flow;
import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.Rewriting;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.RuleSets;
import dev.sekisho.risk.traffic.rule.RuleWalk;
import dev.sekisho.risk.traffic.rule.Translation;
import dev.sekisho.risk.traffic.rule.Translations;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Several devices in a row, held against walking every packet through one after the other. */
@Domain(RuleSets.class)
@Domain(DomainContext.Global.class)
class ChainProperties {

    private static final Boundary ANYWHERE =
            new Boundary(AddressSet.ANY, AddressSet.of("10.0.0.0/30", "2001:db8::/126"), AddressSet.NONE);

    private static final Boundary LINK = new Boundary(
            AddressSet.of("10.0.0.1-10.0.0.2", "2001:db8::1"),
            AddressSet.of("10.0.0.0/31"),
            AddressSet.of("10.0.0.0/30", "2001:db8::/126"));

    @Property(tries = 120)
    void letsThroughWhatEachDeviceDoes(@ForAll @Size(min = 2, max = 4) List<RuleSet> devices, @ForAll Flow flow) {
        var whole = chain(devices);
        var traffic = Traffic.of(whole);
        var answer = traffic.query(flow);
        var walk = new RuleWalk(whole);

        var asked = RuleSets.packets().stream()
                .filter(packet -> RuleWalk.matches(flow.asRule(), packet))
                .toList();
        assertThat(asked)
                .allSatisfy(packet -> assertThat(traffic.decide(packet).action() == Action.PERMIT)
                        .as(packet.toString())
                        .isEqualTo(eachPermits(devices, packet)));
        assertThat(answer.permitted() != null)
                .isEqualTo(asked.stream().anyMatch(packet -> eachPermits(devices, packet)));
        assertThat(answer.denied() != null).isEqualTo(asked.stream().anyMatch(packet -> !eachPermits(devices, packet)));
        var deciding = new LinkedHashSet<Rule>();
        asked.stream()
                .flatMap(packet -> walk.onTheWay(packet).stream())
                .map(Decision::rule)
                .filter(Objects::nonNull)
                .forEach(deciding::add);
        assertThat(answer.decidedBy()).containsExactlyInAnyOrderElementsOf(deciding);
    }

    @Property(tries = 120)
    void compilesToWhatEachDevicePermits(@ForAll @Size(min = 2, max = 3) List<RuleSet> devices) {
        var measured = TrafficSummary.measure(chain(devices), ANYWHERE, List.of());

        var passing = RuleSets.packets().stream()
                .filter(packet -> ANYWHERE.to().contains(packet.destination()))
                .filter(packet -> eachPermits(devices, packet))
                .toList();
        assertThat(measured.permitsNothing()).isEqualTo(passing.isEmpty());
        if (measured.witness() != null) {
            assertThat(devices)
                    .allSatisfy(device -> assertThat(new RuleWalk(device)
                                    .decide(measured.witness().packet())
                                    .action())
                            .isEqualTo(Action.PERMIT));
        }
        assertThat(measured.openness())
                .isLessThanOrEqualTo(devices.stream()
                        .mapToDouble(device -> TrafficSummary.measure(device, ANYWHERE, List.of())
                                .openness())
                        .min()
                        .orElseThrow());
    }

    /** The set that is kept with an acceptance is that of the figures, and neither depends on how many devices share it. */
    @Property(tries = 100)
    void keepsTheSameSetsWhereADeviceStandsTwice(@ForAll RuleSet device) {
        var twice = new TrafficQuestion(chain(List.of(device, device)), LINK, List.of());
        var once = new TrafficQuestion(device, LINK, List.of());

        assertThat(twice.permitted()).isEqualTo(once.permitted());
        assertThat(twice.unapproved()).isEqualTo(once.unapproved());
        assertThat(twice.unregistered()).isEqualTo(once.unregistered());
        assertThat(TrafficDiff.between(twice.rules(), device).isEmpty()).isTrue();
    }

    @Property(tries = 80)
    void tellsExactlyWhatEachDeviceDoes(@ForAll @Size(min = 2, max = 3) List<RuleSet> devices) {
        var measured = TrafficSummary.measure(chain(devices), LINK, List.of());

        var contributions = Chain.contributions(measured.question());

        assertThat(contributions).hasSize(devices.size());
        for (int i = 0; i < devices.size(); i++) {
            var own = devices.get(i);
            var others = new ArrayList<>(devices);
            others.remove(i);
            var told = contributions.get(i);
            assertThat(told.position()).isEqualTo(i + 1);
            assertThat(told.without())
                    .isEqualTo(TrafficSummary.measure(chain(others), LINK, List.of())
                            .openness());
            assertThat(told.alone())
                    .isEqualTo(TrafficSummary.measure(own, LINK, List.of()).openness());
            var alone = RuleSets.packets().stream()
                    .filter(ChainProperties::crosses)
                    .anyMatch(packet -> !permits(own, packet) && eachPermits(others, packet));
            assertThat(!told.deniedAlone().isEmpty()).isEqualTo(alone);
            assertThat(told.deniedAlone()).allSatisfy(denied -> {
                assertThat(permits(own, denied.packet())).isFalse();
                assertThat(eachPermits(others, denied.packet())).isTrue();
            });
        }
    }

    @Property(tries = 120)
    void doubtsOnlyWhatNoOtherDeviceSettles(
            @ForAll @Size(min = 2, max = 3) List<RuleSet> devices, @ForAll @Size(21) List<Boolean> opaque) {
        var number = new int[1];
        var doubtful = devices.stream()
                .map(device -> device.replacing(
                        rule -> opaque.get(number[0]++ % opaque.size()) ? rule.opaque("cannot be told") : rule))
                .toList();
        var whole = chain(doubtful);

        var open = RuleSets.packets().stream()
                .filter(packet -> eachPermits(doubtful, packet))
                .filter(packet ->
                        !eachPermits(doubtful.stream().map(RuleSet::modelled).toList(), packet))
                .toList();
        assertThat(TrafficSummary.measure(whole, LINK, List.of()).opaque().isEmpty())
                .isEqualTo(open.isEmpty());
    }

    @Property(tries = 120)
    void followsADestinationThatADeviceTranslates(
            @ForAll RuleSet first, @ForAll RuleSet second, @ForAll("translations") List<Translation> translations) {
        var translating = new RuleSet(second.rules(), second.defaultAction(), List.of(), translations);
        var whole = new RuleWalk(chain(List.of(first, translating)));
        var arriving = new HashSet<Packet>();
        RuleSets.packets().stream()
                .flatMap(ChainProperties::withOneBesideIt)
                .filter(sent -> permits(first, sent))
                .forEach(sent -> arriving.add(arrival(sent, translations)));

        assertThat(RuleSets.packets())
                .allSatisfy(packet -> assertThat(whole.decide(packet).action() == Action.PERMIT)
                        .as(packet.toString())
                        .isEqualTo(arriving.contains(packet) && permits(second, packet)));
    }

    /** Where it is not exact what becomes of a packet, it may be too open and is never too closed. */
    @Property(tries = 120)
    void neverClosesWhatATranslationMayLead(
            @ForAll RuleSet first,
            @ForAll RuleSet second,
            @ForAll("translations") List<Translation> translations,
            @ForAll("somewhere") List<Translation> inexact,
            @ForAll Rewriting rewriting) {
        var all = new ArrayList<>(inexact);
        all.addAll(translations);
        var translating = new RuleSet(second.rules(), second.defaultAction(), List.of(), all);
        var devices = List.of(new Chain.Device(1, first, rewriting), new Chain.Device(2, translating, Rewriting.NONE));
        var whole = new RuleWalk(Chain.of(devices));
        var table = new Translations(all);

        for (var sent : RuleSets.packets()) {
            if (permits(first, sent)) {
                var flows = table.arriving(flow(sent));
                assertThat(RuleSets.packets().stream()
                                .filter(packet -> mayBe(sent, packet, flows, rewriting))
                                .filter(packet -> permits(second, packet)))
                        .allSatisfy(packet -> assertThat(whole.decide(packet).action())
                                .as(sent + " as " + packet)
                                .isEqualTo(Action.PERMIT));
            }
        }
    }

    @Property(tries = 80)
    void anySourceMayComeFromADeviceThatRewritesThem(@ForAll RuleSet first, @ForAll RuleSet second) {
        var whole = new RuleWalk(Chain.of(List.of(
                new Chain.Device(1, first, Rewriting.SOURCES), new Chain.Device(2, second, Rewriting.UNKNOWN))));
        var one = reached(first);
        var two = reached(second);

        for (var packet : RuleSets.packets()) {
            if (one.contains(target(packet)) && two.contains(target(packet))) {
                assertThat(whole.decide(packet).action()).as(packet.toString()).isEqualTo(Action.PERMIT);
            }
        }
    }

    @Property(tries = 80)
    void anyDestinationMayBeMeantBeforeADeviceOfWhichNothingIsKnown(@ForAll RuleSet first, @ForAll RuleSet second) {
        var whole = new RuleWalk(Chain.of(
                List.of(new Chain.Device(1, first, Rewriting.NONE), new Chain.Device(2, second, Rewriting.UNKNOWN))));
        var anything = RuleSets.packets().stream().anyMatch(packet -> permits(first, packet));

        assertThat(RuleSets.packets())
                .allSatisfy(packet -> assertThat(whole.decide(packet).action() == Action.PERMIT
                                || !(anything && permits(second, packet)))
                        .isTrue());
    }

    @Property(tries = 50)
    void oneDeviceIsWhatItIs(@ForAll RuleSet only, @ForAll @IntRange(min = 1, max = 10) int position) {
        assertThat(Chain.of(List.of(new Chain.Device(position, only, Rewriting.UNKNOWN))))
                .isSameAs(only);
    }

    @Provide
    Arbitrary<List<Translation>> translations() {
        return translation(Arbitraries.of("10.0.0.0", "10.0.0.1", "192.0.2.1"), Arbitraries.of("1", "2", "65535"));
    }

    @Provide
    Arbitrary<List<Translation>> somewhere() {
        return translation(Arbitraries.of("10.0.0.0/31", "10.0.0.0/30"), Arbitraries.of("1-2", "2-3"));
    }

    private static Arbitrary<List<Translation>> translation(Arbitrary<String> inner, Arbitrary<String> innerPorts) {
        var outer = Arbitraries.of("10.0.0.0", "10.0.0.1", "192.0.2.1", "10.0.0.0/30");
        var sources = Arbitraries.of("0.0.0.0/0", "10.0.0.0", "10.0.0.1-10.0.0.3");
        var ports = Arbitraries.of("1", "2", "3-65535").injectNull(.5);
        return Combinators.combine(outer, inner, sources, ports, innerPorts.injectNull(.5))
                .as((from, to, whom, port, there) -> {
                    var one = Translation.of(AddressSet.of(from), AddressSet.of(to))
                            .from(AddressSet.of(whom));
                    return port == null ? one : one.ports(PortSet.of(port), there == null ? null : PortSet.of(there));
                })
                .list()
                .ofMaxSize(3);
    }

    /** Rules cannot tell the second and third address apart, but a translation may take the second away alone. */
    private static Stream<Packet> withOneBesideIt(Packet packet) {
        return packet.destination().equals("10.0.0.1")
                ? Stream.of(
                        packet,
                        new Packet(
                                packet.source(),
                                "10.0.0.2",
                                packet.protocol(),
                                packet.sourcePort(),
                                packet.destinationPort()))
                : Stream.of(packet);
    }

    /** By the definition: the first translation that takes a packet leads it to its one address. */
    private static Packet arrival(Packet sent, List<Translation> translations) {
        for (var one : translations) {
            var takes = one.sources().contains(sent.source())
                    && one.outer().contains(sent.destination())
                    && one.protocols().contains(sent.protocol())
                    && (one.outerPorts().isAny() || one.outerPorts().contains(sent.destinationPort()));
            if (takes) {
                return new Packet(
                        sent.source(),
                        one.inner().first(),
                        sent.protocol(),
                        sent.sourcePort(),
                        one.innerPorts() == null
                                ? sent.destinationPort()
                                : one.innerPorts().first());
            }
        }
        return sent;
    }

    private static boolean mayBe(Packet sent, Packet arriving, List<Flow> flows, Rewriting rewriting) {
        var there = flows.stream()
                .filter(flow -> flow.destinations().contains(arriving.destination()))
                .anyMatch(flow -> ported(arriving)
                        ? flow.destinationPorts().contains(arriving.destinationPort())
                        : sent.destinationPort() == arriving.destinationPort());
        var sameSource = sent.source().equals(arriving.source()) && sent.sourcePort() == arriving.sourcePort();
        return there && sent.protocol() == arriving.protocol() && (sameSource || rewriting != Rewriting.NONE);
    }

    private static Flow flow(Packet packet) {
        return new Flow(
                AddressSet.single(packet.source()),
                AddressSet.single(packet.destination()),
                ProtocolSet.of(packet.protocol()),
                ported(packet) ? PortSet.of(packet.destinationPort()) : PortSet.ANY);
    }

    private static boolean ported(Packet packet) {
        return ProtocolSet.PORTED.contains(packet.protocol());
    }

    private static boolean crosses(Packet packet) {
        return LINK.from().contains(packet.source()) && LINK.to().contains(packet.destination());
    }

    private static Set<List<Object>> reached(RuleSet device) {
        return RuleSets.packets().stream()
                .filter(packet -> permits(device, packet))
                .map(ChainProperties::target)
                .collect(Collectors.toSet());
    }

    private static List<Object> target(Packet packet) {
        return List.of(packet.destination(), packet.protocol(), packet.destinationPort());
    }

    private static boolean eachPermits(List<RuleSet> devices, Packet packet) {
        return devices.stream().allMatch(device -> permits(device, packet));
    }

    private static boolean permits(RuleSet device, Packet packet) {
        return new RuleWalk(device).decide(packet).action() == Action.PERMIT;
    }

    private static RuleSet chain(List<RuleSet> devices) {
        var inOrder = new ArrayList<Chain.Device>();
        devices.forEach(device -> inOrder.add(new Chain.Device(inOrder.size() + 1, device, Rewriting.NONE)));
        return Chain.of(inOrder);
    }
}
