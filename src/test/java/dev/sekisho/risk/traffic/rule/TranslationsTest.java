package dev.sekisho.risk.traffic.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sekisho.risk.traffic.Traffic;
import dev.sekisho.risk.traffic.rule.TrafficAnswer.Verdict;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TranslationsTest {

    private static final Translation PUBLISHED = host("203.0.113.5", "10.9.0.5")
            .over(ProtocolSet.TCP)
            .ports(PortSet.of("8443"), PortSet.of("443"))
            .at(3, "web");

    private static final Rule WEB = Rule.permit().to("10.9.0.5").tcp("443").at(1, "web");

    private static Translation host(String outer, String inner) {
        return Translation.of(AddressSet.of(outer), AddressSet.of(inner));
    }

    private static Traffic device(RuleSet rules, Translation... translations) {
        return Traffic.of(new RuleSet(rules.rules(), rules.defaultAction(), List.of(), List.of(translations)));
    }

    private static List<Flow> arriving(Flow sent, Translation... translations) {
        return new Translations(List.of(translations)).arriving(sent);
    }

    @Test
    void leadsToWhatIsPublished() {
        var asked = Flow.tcp("198.51.100.7", "203.0.113.5", "8443");

        var answer = device(RuleSet.of(WEB), PUBLISHED).query(asked, Addressing.PARTNER);

        assertThat(answer.verdict()).isEqualTo(Verdict.PERMITTED_ALL);
        assertThat(answer.addressing()).isEqualTo(Addressing.PARTNER);
        assertThat(answer.permitted()).hasToString("PERMIT tcp 198.51.100.7:40000 -> 10.9.0.5:443 by web");
    }

    @Test
    void takesTheReadingThatLetsMoreThrough() {
        var device = device(RuleSet.of(WEB), PUBLISHED);

        var outside = device.query(Flow.tcp("198.51.100.7", "203.0.113.5", "8443"), Addressing.EITHER);
        var inside = device.query(Flow.tcp("198.51.100.7", "10.9.0.5", "443"), Addressing.EITHER);
        var neither = device.query(Flow.tcp("198.51.100.7", "203.0.113.5", "8443"), Addressing.REAL);

        assertThat(outside.addressing()).isEqualTo(Addressing.PARTNER);
        assertThat(outside.verdict()).isEqualTo(Verdict.PERMITTED_ALL);
        assertThat(inside.addressing()).isEqualTo(Addressing.EITHER);
        assertThat(inside.verdict()).isEqualTo(Verdict.PERMITTED_ALL);
        assertThat(neither.addressing()).isEqualTo(Addressing.REAL);
        assertThat(neither.verdict()).isEqualTo(Verdict.PERMITTED_NONE);
    }

    @Test
    void holdsForBothWhereBothAreClosed() {
        var answer = device(RuleSet.of(), PUBLISHED)
                .query(Flow.tcp("198.51.100.7", "203.0.113.5", "8443"), Addressing.EITHER);

        assertThat(answer.verdict()).isEqualTo(Verdict.PERMITTED_NONE);
        assertThat(answer.addressing()).isEqualTo(Addressing.EITHER);
    }

    @Test
    void permitsSomeOfWhatIsTranslatedInPart() {
        var answer = device(RuleSet.of(WEB), PUBLISHED)
                .query(Flow.tcp("198.51.100.7", "203.0.113.4/31", "8443"), Addressing.PARTNER);

        assertThat(answer.verdict()).isEqualTo(Verdict.PERMITTED_SOME);
        assertThat(answer.denied()).hasToString("DENY tcp 198.51.100.7:40000 -> 203.0.113.4:8443 by default action");
    }

    @Test
    void keepsThePlaceWithinABlock() {
        var sent = Flow.tcp("198.51.100.7", "203.0.113.4/30", "22");

        assertThat(arriving(sent, host("203.0.113.0/24", "10.9.0.0/24")))
                .containsExactly(Flow.tcp("198.51.100.7", "10.9.0.4/30", "22"));
    }

    @Test
    void keepsThePlaceWithinABlockOfIpv6() {
        var sent = Flow.tcp("2001:db8:9::7", "2001:db8::44", "22");

        assertThat(arriving(sent, host("2001:db8::/64", "fd00::/64")))
                .containsExactly(Flow.tcp("2001:db8:9::7", "fd00::44", "22"));
    }

    @Test
    void mayLeadAnywhereIntoAPool() {
        var sent = Flow.tcp("198.51.100.7", "203.0.113.5", "22");

        assertThat(arriving(sent, host("203.0.113.5", "10.9.0.5-10.9.0.8")))
                .containsExactly(Flow.tcp("198.51.100.7", "10.9.0.5-10.9.0.8", "22"));
    }

    @Test
    void redirectsToTheSameAddress() {
        var redirect =
                Translation.of(AddressSet.ANY4, null).over(ProtocolSet.TCP).ports(PortSet.of("80"), PortSet.of("8080"));

        assertThat(arriving(Flow.tcp("198.51.100.7", "10.9.0.5", "80"), redirect))
                .containsExactly(Flow.tcp("198.51.100.7", "10.9.0.5", "8080"));
    }

    @Test
    void shiftsARangeOfPorts() {
        var range = host("203.0.113.5", "10.9.0.5").ports(PortSet.of("9000-9009"), PortSet.of("80-89"));

        assertThat(arriving(Flow.tcp("198.51.100.7", "203.0.113.5", "9003-9004"), range))
                .containsExactly(Flow.tcp("198.51.100.7", "10.9.0.5", "83-84"));
    }

    @Test
    void takesTheFirstThatMatches() {
        var sent = Flow.tcp("198.51.100.7", "203.0.113.5", "8443");

        assertThat(arriving(sent, PUBLISHED, host("203.0.113.5", "10.9.0.99")))
                .containsExactly(Flow.tcp("198.51.100.7", "10.9.0.5", "443"));
    }

    @Test
    void leavesOtherSourcesAlone() {
        var forPartner = PUBLISHED.from(AddressSet.of("198.51.100.0/24"));
        var stranger = Flow.tcp("192.0.2.1", "203.0.113.5", "8443");

        assertThat(arriving(stranger, forPartner)).containsExactly(stranger);
    }

    @Test
    void leadsFromOneFamilyIntoTheOther() {
        var sent = Flow.tcp("2001:db8:9::7", "2001:db8::5", "443");

        assertThat(arriving(sent, host("2001:db8::5", "10.9.0.5")))
                .containsExactly(
                        new Flow(AddressSet.ANY, AddressSet.of("10.9.0.5"), ProtocolSet.TCP, PortSet.of("443")));
    }

    @Test
    void saysHowAPartnerSendsAPacket() {
        var translations = new Translations(List.of(PUBLISHED));

        assertThat(translations.sent(Packet.tcp("198.51.100.7", "10.9.0.5", 443)))
                .contains(Packet.tcp("198.51.100.7", "203.0.113.5", 8443));
        assertThat(translations.sent(Packet.tcp("198.51.100.7", "10.9.0.5", 22)))
                .isEmpty();
        assertThat(translations.sent(Packet.udp("198.51.100.7", "10.9.0.5", 443)))
                .isEmpty();
    }

    @Test
    void saysNothingOfAWayThatLeadsElsewhere() {
        var translations = new Translations(List.of(
                host("203.0.113.5", "10.9.0.99"),
                host("203.0.113.5", "10.9.0.5").over(ProtocolSet.TCP)));

        assertThat(translations.sent(Packet.tcp("198.51.100.7", "10.9.0.5", 443)))
                .isEmpty();
    }

    @Test
    void saysHowAPartnerSendsOverTheOtherFamily() {
        var translations = new Translations(List.of(host("2001:db8::5", "10.9.0.5")));

        assertThat(translations.sent(Packet.tcp("198.51.100.7", "10.9.0.5", 443)))
                .contains(Packet.tcp("2001:db8:ffff::7", "2001:db8::5", 443));
    }

    @Test
    void refusesAQuestionOfTooManyParts() {
        var many = IntStream.range(0, 1_001)
                .mapToObj(host -> host("203.0." + host / 250 + "." + host % 250, "10.9.0.5")
                        .over(ProtocolSet.TCP)
                        .ports(PortSet.of(host + 1), PortSet.of("443")))
                .toArray(Translation[]::new);

        assertThatThrownBy(() -> arriving(Flow.tcp("198.51.100.7", "203.0.0.0/16", "0-65535"), many))
                .isInstanceOf(TooComplexException.class);
    }
}
