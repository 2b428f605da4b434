package dev.sekisho.risk.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Boundary;
import dev.sekisho.risk.traffic.rule.Decision;
import dev.sekisho.risk.traffic.rule.Flow;
import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.RiskyService;
import dev.sekisho.risk.traffic.rule.RiskyTraffic;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.TrafficExposure;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrafficSummaryTest {

    private static final AddressSet VENDOR = AddressSet.of("198.51.100.0/24");
    private static final AddressSet SITE = AddressSet.of("10.9.0.0/16");
    private static final Boundary LINK = new Boundary(VENDOR, SITE, SITE);

    static Stream<Arguments> openness() {
        return Stream.of(
                Arguments.of("any-any", 1.000, RuleSet.of(Rule.permit())),
                Arguments.of(
                        "everything but ten ports",
                        1.000,
                        RuleSet.of(Rule.deny().tcp("1-10"), Rule.permit())),
                Arguments.of(
                        "one /24 all tcp",
                        .727,
                        RuleSet.of(toward("10.9.1.0/24").tcp("0-65535"))),
                Arguments.of("one host all ports", .515, RuleSet.of(toward("10.9.1.7"))),
                Arguments.of(
                        "one /24 one port",
                        .243,
                        RuleSet.of(toward("10.9.1.0/24").tcp("443"))),
                Arguments.of(
                        "one host 1,024 ports",
                        .303,
                        RuleSet.of(toward("10.9.1.7").tcp("0-1023"))),
                Arguments.of(
                        "one host one port", .030, RuleSet.of(toward("10.9.1.7").tcp("443"))),
                Arguments.of("nothing", 0, RuleSet.of()),
                Arguments.of("others only", 0, RuleSet.of(Rule.permit().from("203.0.113.0/24"))),
                Arguments.of("ping only", 0, RuleSet.of(Rule.permit().icmp("8"))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("openness")
    void opensAsTheModelSays(String what, double openness, RuleSet rules) {
        assertThat(TrafficSummary.measure(rules, LINK, List.of()).openness()).isCloseTo(openness, within(.0005));
    }

    @Test
    void countsAgainstTheWholeSpace() {
        var measured = TrafficSummary.measure(RuleSet.of(toward("10.9.1.0/24").tcp("443")), LINK, List.of());

        assertThat(measured.exposure())
                .isEqualTo(new TrafficExposure(BigInteger.valueOf(256), BigInteger.ZERO, BigInteger.TWO.pow(33)));
    }

    @Test
    void cannotTellWithoutALandingZone() {
        var nowhere = new Boundary(VENDOR, AddressSet.NONE, SITE);

        var measured = TrafficSummary.measure(RuleSet.of(), nowhere, List.of());

        assertThat(measured.isAssessable()).isFalse();
        assertThat(measured.openness()).isEqualTo(1);
        assertThat(measured.permitsNothing()).isTrue();
    }

    @Test
    void isNotCalmedByVastIpv6Space() {
        var site = SITE.union(AddressSet.of("2001:db8::/32"));

        var measured = TrafficSummary.measure(
                RuleSet.of(Rule.permit().from("0.0.0.0/0")), new Boundary(VENDOR, site, site), List.of());

        assertThat(measured.openness()).isEqualTo(1);
        assertThat(measured.exposure().possible()).isEqualTo(BigInteger.TWO.pow(33));
    }

    @Test
    void seesIpv6ThatNobodyThoughtOf() {
        var site = SITE.union(AddressSet.of("2001:db8::/32"));

        var measured = TrafficSummary.measure(
                RuleSet.of(Rule.permit().from("::/0")), new Boundary(VENDOR, site, site), List.of());

        assertThat(measured.openness()).isEqualTo(1);
        assertThat(measured.exposure().permitted()).isEqualTo(BigInteger.TWO.pow(96 + 17));
    }

    @Test
    void seesAPermitBeyondTheLandingZone() {
        var small = new Boundary(VENDOR, AddressSet.of("10.9.1.7"), SITE);

        var measured =
                TrafficSummary.measure(RuleSet.of(Rule.deny().to("10.9.1.7"), toward("10.9.0.0/16")), small, List.of());

        assertThat(measured.openness()).isGreaterThan(.999);
        assertThat(measured.witness())
                .hasToString(
                        "PERMIT tcp 198.51.100.7:40000 -> 10.9.0.1:3389 by permit any 198.51.100.0/24 -> 10.9.0.0/16");
    }

    @Test
    void countsWhatCouldNotBeReadAsPermitted() {
        var unread = Rule.deny().opaque("time ranges are not modelled").at(3, "line 3");

        var measured = TrafficSummary.measure(RuleSet.of(unread), LINK, List.of());

        assertThat(measured.openness()).isEqualTo(1);
        assertThat(measured.opaque()).containsExactly(unread);
    }

    @Test
    void measuresWhatNobodyNeeds() {
        var rules = RuleSet.of(toward("10.9.1.7").tcp("443", "8443", "22").at(1, "web"));

        var measured = TrafficSummary.measure(rules, LINK, List.of(Flow.tcp("198.51.100.0/24", "10.9.1.7", "443")));

        assertThat(measured.exposure().needed()).isEqualTo(1);
        assertThat(measured.excessBits()).isCloseTo(1, within(1e-12));
        assertThat(measured.unapproved())
                .extracting(Decision::toString)
                .containsExactly("PERMIT tcp 198.51.100.7:40000 -> 10.9.1.7:22 by web");
    }

    @Test
    void findsUnapprovedTunnelsButLeavesPingAlone() {
        var rules = RuleSet.of(
                toward("10.9.1.7").over(ProtocolSet.of("gre")).at(1, "tunnel"),
                Rule.permit().icmp("8").at(2, "ping"));

        assertThat(TrafficSummary.measure(rules, LINK, List.of()).unapproved())
                .extracting(decision -> decision.packet().toString())
                .containsExactly("gre 198.51.100.7 -> 10.9.1.7");
    }

    @Test
    void findsNothingUnapprovedWhereFlowsCoverAll() {
        var rules = RuleSet.of(toward("10.9.1.7").tcp("443"));

        var measured = TrafficSummary.measure(rules, LINK, List.of(Flow.tcp("198.51.100.0/24", "10.9.1.0/24", "443")));

        assertThat(measured.unapproved()).isEmpty();
        assertThat(measured.excessBits()).isZero();
    }

    @Test
    void findsApprovedFlowsThatDoNotPass() {
        var passing = Flow.tcp("198.51.100.0/24", "10.9.1.7", "443");
        var stuck = Flow.tcp("198.51.100.0/24", "10.9.1.7", "8443");

        var measured = TrafficSummary.measure(
                RuleSet.of(toward("10.9.1.7").tcp("443").sourcePorts(PortSet.of("1024-65535"))),
                LINK,
                List.of(passing, stuck));

        assertThat(measured.unmet()).singleElement().satisfies(unmet -> {
            assertThat(unmet.flow()).isEqualTo(stuck);
            assertThat(unmet.witness().action()).isEqualTo(Action.DENY);
            assertThat(unmet.witness().packet()).isEqualTo(Packet.tcp("198.51.100.7", "10.9.1.7", 8443));
        });
    }

    @Test
    void showsTheRiskiestServiceFirst() {
        var rules = RuleSet.of(
                toward("10.9.1.7").tcp("80").at(1, "web"),
                toward("10.9.1.8").tcp("22").at(2, "ssh"),
                toward("10.9.1.9").tcp("445").at(3, "files"));

        var measured = TrafficSummary.measure(rules, LINK, List.of());

        assertThat(measured.riskyServices())
                .extracting(RiskyTraffic::service)
                .containsExactly(RiskyService.SMB, RiskyService.SSH, RiskyService.HTTP);
        assertThat(measured.riskyWeight()).isEqualTo(1.0);
        assertThat(measured.permitsInteractive()).isTrue();
        assertThat(measured.witness()).hasToString("PERMIT tcp 198.51.100.7:40000 -> 10.9.1.9:445 by files");
    }

    @Test
    void findsNoRiskInPlainHttps() {
        var measured = TrafficSummary.measure(RuleSet.of(toward("10.9.1.7").tcp("443")), LINK, List.of());

        assertThat(measured.riskyServices()).isEmpty();
        assertThat(measured.riskyWeight()).isZero();
        assertThat(measured.permitsInteractive()).isFalse();
        assertThat(measured.permitsNothing()).isFalse();
    }

    @Test
    void findsNobodyLoggingInOverFileSharing() {
        var measured = TrafficSummary.measure(RuleSet.of(toward("10.9.1.9").tcp("445")), LINK, List.of());

        assertThat(measured.permitsInteractive()).isFalse();
        assertThat(measured.riskyWeight()).isEqualTo(1.0);
    }

    @Test
    void tellsTftpFromTcp() {
        assertThat(TrafficSummary.measure(RuleSet.of(toward("10.9.1.7").tcp("69")), LINK, List.of())
                        .riskyServices())
                .isEmpty();
        assertThat(TrafficSummary.measure(RuleSet.of(toward("10.9.1.7").udp("69")), LINK, List.of())
                        .riskyServices())
                .hasSize(1);
    }

    private static Rule toward(String destination) {
        return Rule.permit().from("198.51.100.0/24").to(destination);
    }
}
